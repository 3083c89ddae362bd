// Writes the figures of a run as one HTML page, with every error in it, for people to look at.
import { compare, FIELDS } from './score.mjs';
import { confusion, emergencies, percent, reliability, surety } from './tables.mjs';

const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const shown = (value) =>
  Array.isArray(value)
    ? value.map((x) => (x === null ? '·' : shown(x))).join(' ')
    : value === null
      ? '–'
      : String(value);

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1f2328, #e6e8eb); --soft: light-dark(#667085, #98a2b3); --line: light-dark(#e4e7ec, #344054);
  --paper: light-dark(#fff, #101418); --good: 22 130 93; --bad: 196 64 48; }
body { font: 15px/1.5 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.5rem } p, caption { color: var(--soft); text-align: left }
table { border-collapse: collapse; font-variant-numeric: tabular-nums } td, th { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line); font-weight: 400 }
th[scope=row], td.text { text-align: left } thead th { color: var(--soft); font-size: .85em } .scroll { overflow-x: auto }
.matrix td { min-width: 2.2rem; text-align: center; border: 1px solid var(--line) } .matrix thead th { writing-mode: vertical-rl; text-align: left }
.bar { display: inline-block; height: .6rem; border-radius: 2px; background: rgb(var(--good)) } .meter { width: 10rem; background: var(--line); border-radius: 2px; line-height: 0; text-align: left }
details { margin: .5rem 0 } summary { cursor: pointer } .wrong { color: rgb(var(--bad)) }
`;

function accuracyTable(counts, sure) {
  const rows = Object.entries(counts).map(([field, { right, all, present, presentRight }]) => {
    const certain = sure[field];
    return `<tr><th scope=row>${field}<td>${percent(right, all)}<td class=text><div class=meter><span class=bar style="width:${(100 * right) / all}%"></span></div>
      <td>${present < all ? percent(presentRight, present) : ''}<td>${present < all ? present : ''}
      <td>${certain ? percent(certain.right, certain.sure) : ''}<td>${certain ? percent(certain.sure, certain.all) : ''}</tr>`;
  });
  return `<div class=scroll><table><thead><tr><th scope=row>field<th>right<th><th>right where present<th>present<th>right of those ≥ 0.9<th>share ≥ 0.9</tr></thead>${rows.join('')}</table></div>`;
}

function matrix(pairs, field) {
  const counts = confusion(pairs, field);
  const names = [...new Set([...counts.keys(), ...[...counts.values()].flatMap((row) => [...row.keys()])])].sort();
  const cell = (wanted, found) => {
    const row = counts.get(wanted) ?? new Map();
    const count = row.get(found) ?? 0;
    const sum = [...row.values()].reduce((a, b) => a + b, 0) || 1;
    const tone = wanted === found ? 'var(--good)' : 'var(--bad)';
    return `<td style="background:rgb(${tone} / ${Math.min(0.8, count / sum).toFixed(2)})">${count || ''}`;
  };
  const rows = names.map(
    (wanted) => `<tr><th scope=row>${escaped(wanted)}${names.map((found) => cell(wanted, found)).join('')}</tr>`,
  );
  return `<div class=scroll><table class=matrix><caption>Rows: wanted. Columns: found.</caption><thead><tr><th>${names.map((name) => `<th>${escaped(name)}`).join('')}</tr></thead>${rows.join('')}</table></div>`;
}

/** Confidence against the share that is right; on the diagonal a confidence means what it says. */
function diagram(pairs, field) {
  const bins = reliability(pairs, field).filter(({ count }) => count > 0);
  const most = Math.max(...bins.map(({ count }) => count));
  const dots = bins.map(({ count, right, sum }) => {
    const [x, y] = [(200 * sum) / count, 200 - (200 * right) / count];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(3 + 9 * Math.sqrt(count / most)).toFixed(1)}"><title>${count} answers, ${percent(right, count)} right</title></circle>`;
  });
  return `<figure style="display:inline-block;margin:1rem"><svg viewBox="-14 -14 228 228" width=228 height=228 role=img aria-label="${field}: confidence against accuracy">
    <rect width=200 height=200 fill=none stroke="var(--line)"/><path d="M0 200 200 0" stroke="var(--soft)" stroke-dasharray="4 4"/><g fill="rgb(var(--good) / .6)">${dots.join('')}</g></svg><figcaption>${field}</figcaption></figure>`;
}

function errors(pairs, field) {
  const wrong = pairs.flatMap(([text, answer]) =>
    compare(text, answer)
      .filter((one) => one.field === field && !one.isRight)
      .map(({ wanted, found }) => ({ text, wanted, found })),
  );
  if (wrong.length === 0) return '';
  const rows = wrong.map(
    ({ text, wanted, found }) =>
      `<tr><td class=text>${escaped(text.text)}<td class=text>${escaped(shown(wanted))}<td class="text wrong">${escaped(shown(found))}</tr>`,
  );
  return `<details><summary>${field}: ${wrong.length}</summary><table><thead><tr><th scope=row>text<th scope=row>wanted<th scope=row>found</tr></thead>${rows.join('')}</table></details>`;
}

function section({ split, role, pairs, counts }) {
  const fields = Object.keys(FIELDS[role]);
  const named = role === 'resident' ? ['intent', 'category', 'urgency', 'safety'] : ['command'];
  const alarm = role === 'resident' ? emergencies(pairs) : undefined;
  const alarmLine = alarm
    ? `<p>Emergencies: ${alarm.found} found, ${alarm.missed.length} missed, ${alarm.falseAlarms.length} false alarms.</p>`
    : '';
  return `<h2>${role === 'resident' ? 'Residents' : 'Technicians'}, ${split}: ${pairs.length} texts</h2>${alarmLine}${accuracyTable(counts, surety(pairs))}
    <h2>Reliability of confidence</h2>${Object.keys(surety(pairs))
      .map((field) => diagram(pairs, field))
      .join('')}
    <h2>Confusion</h2>${named.map((field) => `<h3>${field}</h3>${matrix(pairs, field)}`).join('')}
    <h2>Errors</h2>${fields.map((field) => errors(pairs, field)).join('')}`;
}

/** The page of a run: `sections` of `{split, role, pairs, counts}`. */
export const reportPage = (title, sections) =>
  `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style><h1>${escaped(title)}</h1>${sections.map(section).join('')}`;
