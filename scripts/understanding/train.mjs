// Trains the statistics of bots/understanding on the labelled texts and writes bots/understanding/weights.
//   npm run understand:train        (builds first; about five minutes)
// The test split is not read. Thresholds and confidences come from cross-validation over ideas: every text is judged by a
// model that saw neither it nor its variants.
import { labelled, shortLabelled, utterance } from '../../bench/understanding/data.mjs';
import { alarmThreshold, certaintyPoints } from './certainty.mjs';
import { apply, learn } from './learn.mjs';
import { pack } from './pack.mjs';

const DIST = new URL('../../dist/bots/understanding/', import.meta.url);
const { gramsOf } = await import(new URL('grams.js', DIST));
const { gramStrength, RULE_STRENGTH } = await import(new URL('network.js', DIST));
const { readResident } = await import(new URL('resident-reading.js', DIST));
const { readTechnician } = await import(new URL('technician-reading.js', DIST));

const FOLDS = 8;
const NONE = 'none';
const ROLES = {
  resident: {
    signs: (text) => readResident(utterance(text)).signs,
    fields: ['intent', 'category', 'urgency', 'safety'],
    leastIdeas: 5,
    hidden: 64,
  },
  technician: {
    signs: (text) => readTechnician(utterance(text)).signs,
    fields: ['command'],
    leastIdeas: 2,
    hidden: 0,
  },
};

/** FNV-1a, so that an idea stays in its fold whatever else is added. */
function hash(text) {
  let state = 2166136261;
  for (const c of text) state = Math.imul(state ^ c.codePointAt(0), 16777619);
  return state >>> 0;
}

/** Writers are dealt out one after the other; ideas of the fully labelled texts by their name. */
const fold = ({ idea, writer }) => (writer ? Number(/\d+/.exec(writer)[0]) : hash(`fold ${idea}`)) % FOLDS;

/** What several ideas share; what stands in one alone teaches nothing, and what is rare little for its room. */
function sharedAmong(texts, featuresOf, leastIdeas) {
  const seen = new Map();
  for (const [i, { idea }] of texts.entries())
    for (const feature of featuresOf[i]) {
      const before = seen.get(feature);
      if (!before) seen.set(feature, { idea, count: 1 });
      else if (before.idea !== idea) {
        before.idea = idea;
        before.count += 1;
      }
    }
  return [...seen].filter(([, { count }]) => count >= leastIdeas).map(([feature]) => feature);
}

/** Numbers of the features, grams first: `{grams: Map, rules: Map}`. */
function number(texts, signs, leastIdeas) {
  const grams = sharedAmong(
    texts,
    signs.map((own) => own.grams),
    leastIdeas,
  );
  const rules = sharedAmong(
    texts,
    signs.map((own) => own.rules),
    leastIdeas,
  );
  return {
    grams: new Map(grams.map((gram, i) => [gram, i])),
    rules: new Map(rules.map((sign, i) => [sign, grams.length + i])),
  };
}

function rowOf({ grams, rules }, numbers) {
  const known = (features, map) => [...features].map((feature) => map.get(feature)).filter((id) => id !== undefined);
  const [ofGrams, ofRules] = [known(grams, numbers.grams), known(rules, numbers.rules)];
  return {
    ids: Int32Array.from([...ofGrams, ...ofRules]),
    strengths: Float32Array.from([
      ...ofGrams.map(() => gramStrength(ofGrams.length)),
      ...ofRules.map(() => RULE_STRENGTH),
    ]),
  };
}

/** Learns all fields of a role together; `{numbers, fields: {name, values}[], network}`. */
function learnAll(texts, signs, { fields: names, leastIdeas, hidden }) {
  const numbers = number(texts, signs, leastIdeas);
  const rows = signs.map((own) => rowOf(own, numbers));
  let columns = 0;
  const fields = names.map((name) => {
    const values = [...new Set(texts.map(({ expect }) => expect[name] ?? NONE))].sort();
    const start = columns;
    columns += values.length;
    return { name, values, start };
  });
  const labels = texts.map(({ expect }) =>
    fields.map(({ name, values, start }) => start + values.indexOf(expect[name] ?? NONE)),
  );
  const sizes = fields.map(({ values }) => values.length);
  return { numbers, fields, network: learn(rows, labels, sizes, numbers.grams.size + numbers.rules.size, { hidden }) };
}

/** The probabilities of all fields of a row: `{[field]: {[value]: p}}`. */
function judge({ numbers, fields, network }, signs) {
  const p = apply(network, rowOf(signs, numbers));
  return Object.fromEntries(
    fields.map(({ name, values, start }) => [
      name,
      Object.fromEntries(values.map((value, v) => [value, p[start + v]])),
    ]),
  );
}

/** For each text: the probabilities of each field under a model that saw neither its idea nor anything of its writer. */
function crossValidate(texts, signs, role) {
  const judged = [];
  for (let k = 0; k < FOLDS; k += 1) {
    const isHeldOut = texts.map((text) => fold(text) === k);
    const kept = (list) => list.filter((_, i) => !isHeldOut[i]);
    const learned = learnAll(kept(texts), kept(signs), role);
    for (const [i, text] of texts.entries()) if (isHeldOut[i]) judged.push({ text, p: judge(learned, signs[i]) });
    process.stderr.write(`  fold ${k + 1} of ${FOLDS}\n`);
  }
  return judged;
}

function train(name) {
  const role = ROLES[name];
  const full = labelled('train').filter((text) => text.role === name);
  const texts = [...full, ...shortLabelled(name)];
  console.log(`${name}: ${full.length} texts with all labels, ${texts.length - full.length} with short ones`);
  const signs = texts.map(role.signs).map(({ text, rules }) => ({ grams: gramsOf(text), rules }));
  const judged = crossValidate(texts, signs, role);
  const alarm = name === 'resident' ? alarmThreshold(judged) : undefined;
  const certainty = certaintyPoints(judged, role.fields, alarm);
  pack(name, learnAll(texts, signs, role), { certainty, alarm });
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(ROLES)) train(name);
