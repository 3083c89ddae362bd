/**
 * Every step between which the crash tests end the process: save, relay, enqueue, work, send, mark. The tests check that a run hits each of
 * them and no other.
 */
export const FAULT_POINTS = [
  'report.before-insert',
  'report.after-insert',
  'act.before-save',
  'act.after-save',
  'turn.after-put',
  'turn.before-outcome',
  'turn.after-outcome',
  'turn.before-save',
  'turn.after-save',
  'turn.before-mark',
  'turn.after-mark',
  'relay.before-enqueue',
  'relay.after-enqueue',
  'relay.after-mark',
  'work.before',
  'work.after',
  'deliver.after-claim',
  'deliver.after-send',
  'deliver.after-mark',
  'route.after-drop',
  'prompt.after-receive',
  'prompt.after-mark',
  'desk.after-tell',
  'bury.after-mark',
  'call-outcome.after-mark',
  'message-failure.after-mark',
] as const;
export type FaultPointName = (typeof FAULT_POINTS)[number];
