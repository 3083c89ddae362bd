export { createWechatNetwork, type WechatNetwork, type WechatNetworkOptions } from './network.js';
export type { ChatMessage, Group, Person, WechatEvent } from './types.js';
