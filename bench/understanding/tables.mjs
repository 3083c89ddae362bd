// Figures over labelled texts and their answers: accuracy, confusion, emergencies, calibration.
import { compare, confidenceOf, FIELDS } from './score.mjs';

export const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** Wanted → found → count, of a field whose values are names. */
export function confusion(pairs, field) {
  const counts = new Map();
  for (const [text, answer] of pairs) {
    const look = FIELDS[text.role][field];
    if (text.expect[field] === undefined && field !== 'safety') continue;
    const row = counts.get(look(text.expect)) ?? new Map();
    row.set(look(answer), (row.get(look(answer)) ?? 0) + 1);
    counts.set(look(text.expect), row);
  }
  return counts;
}

/** Recall and precision of emergencies, with the texts missed and the false alarms. */
export function emergencies(pairs) {
  const is = ({ urgency }) => urgency === 'emergency';
  const found = pairs.filter(([{ expect }, answer]) => is(expect) && is(answer)).length;
  const missed = pairs.filter(([{ expect }, answer]) => is(expect) && !is(answer));
  const falseAlarms = pairs.filter(([{ expect }, answer]) => !is(expect) && is(answer));
  return { found, missed, falseAlarms };
}

/** Of the answers given with at least this confidence: how many, and how many of them are right, per field. */
export function surety(pairs, least = 0.9) {
  const counts = {};
  for (const [text, answer] of pairs)
    for (const { field, isRight } of compare(text, answer)) {
      const confidence = confidenceOf(text.role, field, answer);
      if (confidence === undefined) continue;
      counts[field] ??= { all: 0, sure: 0, right: 0 };
      counts[field].all += 1;
      if (confidence < least) continue;
      counts[field].sure += 1;
      if (isRight) counts[field].right += 1;
    }
  return counts;
}

/** Answers by tenths of confidence, with the share that is right: what a reliability diagram shows. */
export function reliability(pairs, field) {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const [text, answer] of pairs) {
    const confidence = confidenceOf(text.role, field, answer);
    if (confidence === undefined) continue;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    bin.count += 1;
    bin.sum += confidence;
    if (compare(text, answer).find((one) => one.field === field).isRight) bin.right += 1;
  }
  return bins;
}
