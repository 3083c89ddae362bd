import type { Role } from './people.js';

/** 服务单状态, in the order of a ticket's life. */
export const STATES = [
  'submitted', // 已提交
  'confirmed', // 已确认
  'offered', // 待接单
  'accepted', // 已接单
  'arrived', // 已到达
  'working', // 处理中
  'on_hold', // 挂起
  'completed', // 已完工
  'followed_up', // 已回访
  'closed', // 已办结
  'cancelled', // 已撤单
] as const;
export type TicketState = (typeof STATES)[number];

export const ACTIONS = [
  'confirm', // 确认
  'dispatch', // 派单
  'accept', // 接单
  'decline', // 拒单: an offer refused
  'expire', // 超时未接: an offer not answered in time
  'transfer', // 转单: to another assignee
  'return', // 退单: back to the dispatcher
  'arrive', // 到达
  'start', // 开始
  'hold', // 挂起
  'resume', // 恢复
  'complete', // 完工
  'follow_up', // 回访: the resident says it is solved
  'reopen', // 重办
  'survey', // 评价
  'close', // 办结
  'cancel', // 撤单
  'urge', // 催单
  'reschedule', // 改期
  'amend', // 更正: details corrected
  'escalate', // 升级: a clock was broken, or nobody can be found
] as const;
export type TicketAction = (typeof ACTIONS)[number];

/**
 * 服务单流转: state × action → next state. Nothing else assigns a state.
 * Technicians with wet hands skip steps: `complete` is allowed as soon as they hold the ticket.
 */
export const LIFECYCLE = {
  submitted: {
    confirm: 'confirmed',
    dispatch: 'offered',
    urge: 'submitted',
    reschedule: 'submitted',
    amend: 'submitted',
    cancel: 'cancelled',
    escalate: 'submitted',
  },
  confirmed: {
    dispatch: 'offered',
    urge: 'confirmed',
    reschedule: 'confirmed',
    amend: 'confirmed',
    cancel: 'cancelled',
    escalate: 'confirmed',
  },
  offered: {
    accept: 'accepted',
    decline: 'confirmed',
    expire: 'confirmed',
    dispatch: 'offered',
    urge: 'offered',
    reschedule: 'offered',
    amend: 'offered',
    cancel: 'cancelled',
    escalate: 'offered',
  },
  accepted: {
    arrive: 'arrived',
    start: 'working',
    complete: 'completed',
    hold: 'on_hold',
    transfer: 'offered',
    return: 'confirmed',
    urge: 'accepted',
    reschedule: 'accepted',
    amend: 'accepted',
    cancel: 'cancelled',
    escalate: 'accepted',
  },
  arrived: {
    start: 'working',
    complete: 'completed',
    hold: 'on_hold',
    transfer: 'offered',
    return: 'confirmed',
    urge: 'arrived',
    reschedule: 'accepted',
    amend: 'arrived',
    cancel: 'cancelled',
    escalate: 'arrived',
  },
  working: {
    complete: 'completed',
    hold: 'on_hold',
    transfer: 'offered',
    return: 'confirmed',
    urge: 'working',
    reschedule: 'accepted',
    amend: 'working',
    cancel: 'cancelled',
    escalate: 'working',
  },
  on_hold: {
    arrive: 'arrived',
    resume: 'working',
    start: 'working',
    complete: 'completed',
    transfer: 'offered',
    return: 'confirmed',
    urge: 'on_hold',
    reschedule: 'accepted',
    amend: 'on_hold',
    cancel: 'cancelled',
    escalate: 'on_hold',
  },
  completed: { follow_up: 'followed_up', survey: 'closed', close: 'closed', reopen: 'confirmed', amend: 'completed' },
  followed_up: { survey: 'closed', close: 'closed', reopen: 'confirmed', amend: 'followed_up' },
  closed: { survey: 'closed', reopen: 'confirmed', amend: 'closed' },
  cancelled: {},
} as const satisfies Record<TicketState, Partial<Record<TicketAction, TicketState>>>;

const desk: readonly Role[] = ['dispatcher', 'manager', 'system'];
const technicianOrDesk: readonly Role[] = ['technician', 'dispatcher', 'manager'];

/** Who may do what. A technician must moreover hold the ticket or its offer; a resident must be its resident. */
export const PERMITTED: Record<TicketAction, readonly Role[]> = {
  confirm: ['resident', 'dispatcher', 'manager', 'system'],
  dispatch: desk,
  accept: technicianOrDesk,
  decline: technicianOrDesk,
  expire: ['system'],
  transfer: technicianOrDesk,
  return: technicianOrDesk,
  arrive: technicianOrDesk,
  start: technicianOrDesk,
  hold: technicianOrDesk,
  resume: technicianOrDesk,
  complete: technicianOrDesk,
  follow_up: ['resident', 'dispatcher', 'manager'],
  reopen: ['resident', 'dispatcher', 'manager'],
  survey: ['resident'],
  close: desk,
  cancel: ['resident', 'dispatcher', 'manager'],
  urge: ['resident', 'dispatcher', 'manager'],
  reschedule: ['resident', 'technician', 'dispatcher', 'manager'],
  amend: ['resident', 'dispatcher', 'manager', 'system'],
  escalate: ['system'],
};

/** The state after an action, or undefined where the action is not allowed. */
export const nextState = (state: TicketState, action: TicketAction): TicketState | undefined =>
  (LIFECYCLE[state] as Partial<Record<TicketAction, TicketState>>)[action];

/** Actions that the state allows, in the order of the table. */
export const allowedActions = (state: TicketState): TicketAction[] => Object.keys(LIFECYCLE[state]) as TicketAction[];
