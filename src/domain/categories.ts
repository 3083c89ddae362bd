/** What a ticket is about (类别). The codes are stored and travel in the API; their names are in `bots/texts`. */
export const CATEGORIES = [
  'plumbing', // 水管
  'drainage', // 堵塞
  'electrical', // 电
  'lift', // 电梯
  'door_lock', // 门窗锁、门禁
  'hvac', // 空调、暖气
  'gas', // 燃气
  'fire_safety', // 消防
  'structure', // 墙面、渗水
  'appliance', // 家电
  'network_intercom', // 网络、对讲
  'cleaning', // 保洁、垃圾
  'greening', // 绿化
  'parking', // 停车
  'pest', // 虫害
  'noise', // 噪音
  'security', // 治安
  'public_facility', // 公共设施
  'other', // 其他
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How soon somebody must act (紧急程度), the most urgent first. */
export const URGENCIES = ['emergency', 'high', 'normal', 'low'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Dangers that are answered before any form (安全警示). */
export const SAFETY_CODES = [
  'gas', // 燃气泄漏
  'fire', // 着火、冒烟
  'sparks', // 电火花、漏电
  'lift_entrapment', // 电梯困人
  'burst_pipe', // 爆管
  'flooding', // 淹水、污水倒灌
  'injury', // 有人受伤
] as const;
export type SafetyCode = (typeof SAFETY_CODES)[number];

/** Orders urgencies from the most urgent to the least; negative when `a` is the more urgent. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  return URGENCIES.indexOf(a) - URGENCIES.indexOf(b);
}
