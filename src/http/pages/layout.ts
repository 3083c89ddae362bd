const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for use in HTML, in attributes too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const OWN_STYLE = '<link rel="stylesheet" href="/assets/shangmen.css">\n';

/** A whole page. `body` is HTML; `head` names the files that it takes in the place of our style sheet. */
export const page = ({
  title,
  body,
  head = OWN_STYLE,
}: {
  title: string;
  body: string;
  head?: string;
}): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
${body}
</body>
</html>
`;
