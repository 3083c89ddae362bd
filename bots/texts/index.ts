export { plainTexts, render, renderReply, speak } from './render.js';
export type { TextKey } from './zh-CN.js';
