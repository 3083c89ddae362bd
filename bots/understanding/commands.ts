/** What a technician's reply asks for. */
export type CommandName =
  | 'accept'
  | 'decline'
  | 'transfer'
  | 'arrive'
  | 'start'
  | 'pause'
  | 'complete'
  | 'material'
  | 'reschedule'
  | 'status'
  | 'help'
  | 'unknown';
