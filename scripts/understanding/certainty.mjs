// Turns probabilities of the model into confidences that mean what they say, from texts that it had not seen.

/** Of the answers given with 0.9 or more this share must be right; a little above what is promised (0.98). */
const SURE_SHARE = 0.99;
const SURE = 0.9;
/** Emergencies: the least share of alarms that must be real, among texts of which many mislead; promised are 0.85. */
const LEAST_PRECISION = 0.88;
const BIN = 60;

const top = (p) => Object.entries(p).reduce((a, b) => (b[1] > a[1] ? b : a));
const danger = (p) => 1 - (p.safety?.none ?? 1);
const isEmergency = ({ expect }) => expect.urgency === 'emergency';

/** The lowest probability of danger at which enough alarms are real: no emergency is missed that need not be. */
export function alarmThreshold(judged) {
  const sorted = judged.map(({ text, p }) => ({ p: danger(p), is: isEmergency(text) })).sort((a, b) => b.p - a.p);
  const all = sorted.filter(({ is }) => is).length;
  let [found, best] = [0, { p: 1, found: 0, precision: 1 }];
  for (const [i, { p, is }] of sorted.entries()) {
    if (is) found += 1;
    if (is && found / (i + 1) >= LEAST_PRECISION) best = { p, found, precision: found / (i + 1) };
  }
  console.log(
    `  alarm from ${best.p.toFixed(3)}: recall ${((100 * best.found) / all).toFixed(1)} %, precision ${(100 * best.precision).toFixed(1)} % in cross-validation`,
  );
  return best.p;
}

/** The answer of one field, as `bots/understanding/resident.ts` decides it: its probability, and whether it is right. */
function answer({ text, p }, field, alarm) {
  const isAlarm = alarm !== undefined && danger(p) >= alarm;
  if (isAlarm && field === 'intent') return { raw: danger(p), isRight: text.expect.intent === 'report' };
  if (isAlarm && field === 'urgency') return { raw: danger(p), isRight: isEmergency(text) };
  const { emergency: _, ...calm } = p[field];
  const [value, raw] = top(field === 'urgency' ? calm : p[field]);
  return { raw, isRight: text.expect[field] === value };
}

/** Answers grouped in order of probability, every group of one size or more; equal probabilities stay together. */
function bins(answers) {
  const groups = [];
  for (const one of answers) {
    const last = groups.at(-1);
    if (last && (last.count < BIN || last.raw === one.raw)) {
      last.count += 1;
      last.right += one.isRight ? 1 : 0;
      last.sum += one.raw;
      last.raw = one.raw;
    } else groups.push({ count: 1, right: one.isRight ? 1 : 0, sum: one.raw, raw: one.raw });
  }
  return groups;
}

/** Where "sure" begins: the lowest probability from which on the answers above are right often enough. */
function sureFrom(sorted) {
  let [right, from] = [0, Number.POSITIVE_INFINITY];
  for (let i = sorted.length - 1; i >= 0; i -= 1) {
    right += sorted[i].isRight ? 1 : 0;
    const isWholeGroup = sorted[i - 1]?.raw !== sorted[i].raw;
    if (isWholeGroup && right / (sorted.length - i) >= SURE_SHARE) from = sorted[i].raw;
  }
  return from;
}

/**
 * Points `[raw, confidence]` for answers `{raw, isRight}`: below the sure ones the share that was right, above them 0.9 and
 * more; never falling.
 */
function pointsOf(answers) {
  const sorted = [...answers].sort((a, b) => a.raw - b.raw);
  const from = sureFrom(sorted);
  const below = bins(sorted.filter(({ raw }) => raw < from)).map(({ count, right, sum }) => [
    sum / count,
    Math.min(SURE - 0.01, right / count),
  ]);
  const above = bins(sorted.filter(({ raw }) => raw >= from)).map(({ count, right, sum }) => [
    sum / count,
    Math.max(SURE, Math.min(0.995, right / count)),
  ]);
  const edge = Number.isFinite(from)
    ? [
        [from - 1e-6, SURE - 0.01],
        [from, SURE],
      ]
    : [];
  let highest = 0;
  return [...below, ...edge, ...above].map(([raw, right]) => {
    highest = Math.max(highest, right);
    return [Number(raw.toFixed(6)), Number(highest.toFixed(3))];
  });
}

/** Points for every field of the statistics. */
export const certaintyPoints = (judged, fields, alarm) =>
  Object.fromEntries(
    fields
      .filter((field) => field !== 'safety')
      .map((field) => {
        const answers = judged.map((one) => answer(one, field, alarm));
        const right = answers.filter(({ isRight }) => isRight).length;
        console.log(`  ${field}: ${((100 * right) / answers.length).toFixed(2)} % right in cross-validation`);
        return [field, pointsOf(answers)];
      }),
  );
