import { page } from './layout.js';

/** The API's readable page: Swagger UI from our own files, no network of others. */
export const docsPage = (): string =>
  page({
    title: '接口文档 · 上门 Shangmen API',
    head: `<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
<script src="/api/docs/assets/swagger-ui-bundle.js" defer></script>
<script src="/assets/docs.js" defer></script>
`,
    body: '<div id="swagger-ui"></div>',
  });
