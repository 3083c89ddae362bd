// Compares an answer with the label of a text, field by field. Times are compared as local time to the minute; a public
// area as the words without 小区, 的 and blanks.

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const PARTS = ['building', 'unit', 'floor', 'room', 'publicArea'];
const bareArea = (area) => area?.toLowerCase().replace(/小区|我们|那个|里面?$|[的\s]/g, '');
const place = (location = {}) =>
  PARTS.map((part) => (part === 'publicArea' ? bareArea(location[part]) : location[part]?.toUpperCase()) ?? null);
const minute = (iso) => iso?.slice(0, 16) ?? null;
const span = (time) => (time ? [minute(time.from), minute(time.to)] : null);
const list = (also = []) => also.map(({ category }) => category).sort();
const items = (all = []) => all.map(({ name, qty, unit, price }) => [name, qty ?? null, unit ?? null, price ?? null]);

/** What is compared of each role: how a field looks in an answer or label, as plain data. */
export const FIELDS = {
  resident: {
    intent: (x) => x.intent,
    category: (x) => x.category,
    urgency: (x) => x.urgency,
    safety: (x) => x.safety ?? 'none',
    location: (x) => place(x.location),
    visitTime: (x) => span(x.visitTime),
    phone: (x) => x.phone ?? null,
    also: (x) => list(x.also),
    repeat: (x) => x.repeat ?? false,
  },
  technician: {
    command: (x) => x.command,
    ticket: (x) => x.ticket ?? null,
    tickets: (x) => x.tickets ?? null,
    time: (x) => span(x.time),
    items: (x) => items(x.items),
    cost: (x) => x.cost ?? null,
    to: (x) => x.to ?? null,
  },
};

/** Each field of a labelled text with what was expected, what was found, and whether they agree. */
export function compare({ role, expect }, answer) {
  return Object.entries(FIELDS[role]).map(([field, look]) => {
    const [wanted, found] = [look(expect), look(answer)];
    return { field, wanted, found, isRight: same(wanted, found) };
  });
}

/** The confidence that an answer gives for a field, where it gives one. */
export const confidenceOf = (role, field, answer) =>
  role === 'technician' ? (field === 'command' ? answer.confidence : undefined) : answer.confidence[field];

/** Counts over labelled texts and their answers: `{ [field]: { right, all, present, presentRight } }`. */
export function tally(pairs) {
  const counts = {};
  for (const [text, answer] of pairs)
    for (const { field, wanted, isRight } of compare(text, answer)) {
      counts[field] ??= { right: 0, all: 0, present: 0, presentRight: 0 };
      const count = counts[field];
      const isPresent =
        ![null, false, 'none'].includes(wanted) && !(Array.isArray(wanted) && wanted.every((x) => x === null));
      count.all += 1;
      if (isRight) count.right += 1;
      if (isPresent) count.present += 1;
      if (isPresent && isRight) count.presentRight += 1;
    }
  return counts;
}
