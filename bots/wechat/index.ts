export { startWechatBot, type WechatBot, type WechatDeps } from './bot.js';
export { createPuppet, type OpenPuppet, type ServiceSettings, type WechatSettings } from './puppets.js';
export type { WechatStatus } from './session.js';
