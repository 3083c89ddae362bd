/** Openings of transcripts: what happened before the part that a test is about. */

/** A resident has reported, for tomorrow. */
export const REPORTED = `
  住户: 3栋2单元502马桶堵了,明天下午三点来
  住户: 1
`;

/** The same ticket, completed by the technician. */
export const COMPLETED = `${REPORTED}
  派单: W-1001
  师傅: 1
  完工: W-1001
`;

/** A ticket for any time has found its technician, who is not asked yet. */
export const DISPATCHED = `
  住户: 3栋2单元502马桶堵了,随时来
  住户: 1
  派单: W-1001
`;

/** The technician is asked in the chat. */
export const OFFERED = `${DISPATCHED}
  提问: 师傅 offer W-1001
`;

/** The technician holds the ticket. */
export const HELD = `${OFFERED}
  师傅: 接单 今天下午3点
`;

/** After one of these: somebody else's report, offered to the colleague. */
export const SECOND = `
  新人: 1栋1单元101下水道堵了,随时来,13900001234
  新人: 1
  派单: W-1002
`;

/** The colleague does not take it, so that it comes to the technician as well. */
export const SECOND_DECLINED = `${SECOND}
  李师傅: 不接
  派单: W-1002
`;
