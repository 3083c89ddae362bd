// Trains the statistics of bots/understanding on the labelled texts and writes bots/understanding/weights/*.ts.
//   npm run understand:train        (builds first; about five minutes)
// The test split is not read. Thresholds and confidences come from cross-validation over ideas: every text is judged by a
// model that saw neither it nor its variants.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelled, shortLabelled, utterance } from '../../bench/understanding/data.mjs';
import { alarmThreshold, certaintyPoints } from './certainty.mjs';
import { apply, learn } from './learn.mjs';
import { pack } from './pack.mjs';

const DIST = new URL('../../dist/bots/understanding/', import.meta.url);
const { gramStrength } = await import(new URL('linear-model.js', DIST));
const { readResident } = await import(new URL('resident-reading.js', DIST));
const { readTechnician } = await import(new URL('technician-reading.js', DIST));

const FOLDS = 8;
const NONE = 'none';
const ROLES = {
  resident: {
    signs: (text) => readResident(utterance(text)).signs,
    fields: ['intent', 'category', 'urgency', 'safety'],
    leastIdeas: 5,
  },
  technician: { signs: (text) => readTechnician(utterance(text)).signs, fields: ['command'], leastIdeas: 2 },
};

/** FNV-1a, so that an idea stays in its fold whatever else is added. */
function hash(text) {
  let state = 2166136261;
  for (const c of text) state = Math.imul(state ^ c.codePointAt(0), 16777619);
  return state >>> 0;
}

/** Writers are dealt out one after the other; ideas of the fully labelled texts by their name. */
const fold = ({ idea, writer }) => (writer ? Number(/\d+/.exec(writer)[0]) : hash(`fold ${idea}`)) % FOLDS;

/** Features that several ideas share; what stands in one alone teaches nothing, and rare ones little for their room. */
function sharedFeatures(texts, signs, leastIdeas) {
  const seen = new Map();
  for (const [i, { idea }] of texts.entries())
    for (const feature of [...signs[i].grams, ...signs[i].rules.map(([sign]) => sign)]) {
      const before = seen.get(feature);
      if (!before) seen.set(feature, { idea, count: 1 });
      else if (before.idea !== idea) {
        before.idea = idea;
        before.count += 1;
      }
    }
  return new Map([...seen].filter(([, { count }]) => count >= leastIdeas).map(([feature], i) => [feature, i]));
}

function rowOf({ grams, rules }, numbers) {
  const known = [...grams].filter((gram) => numbers.has(gram));
  const strength = gramStrength(known.length);
  const all = [...known.map((gram) => [gram, strength]), ...rules.filter(([sign]) => numbers.has(sign))];
  return {
    ids: Int32Array.from(all, ([feature]) => numbers.get(feature)),
    strengths: Float32Array.from(all, ([, own]) => own),
  };
}

/** Learns all fields of a role; `{numbers, fields: {name, values, model}[]}`. */
function learnAll(texts, signs, { fields, leastIdeas }) {
  const numbers = sharedFeatures(texts, signs, leastIdeas);
  const rows = signs.map((own) => rowOf(own, numbers));
  return {
    numbers,
    fields: fields.map((name) => {
      const wanted = texts.map(({ expect }) => expect[name] ?? NONE);
      const values = [...new Set(wanted)].sort();
      const labels = wanted.map((value) => values.indexOf(value));
      return { name, values, model: learn(rows, labels, values.length, numbers.size) };
    }),
  };
}

/** For each text: the probabilities of each field under a model that saw neither its idea nor anything of its writer. */
function crossValidate(texts, signs, role) {
  const judged = [];
  for (let k = 0; k < FOLDS; k += 1) {
    const isHeldOut = texts.map((text) => fold(text) === k);
    const kept = (list) => list.filter((_, i) => !isHeldOut[i]);
    const { numbers, fields: models } = learnAll(kept(texts), kept(signs), role);
    for (const [i, text] of texts.entries()) {
      if (!isHeldOut[i]) continue;
      const row = rowOf(signs[i], numbers);
      const p = models.map(({ name, values, model }) => [name, named(values, apply(model, row))]);
      judged.push({ text, p: Object.fromEntries(p) });
    }
    process.stderr.write(`  fold ${k + 1} of ${FOLDS}\n`);
  }
  return judged;
}

const named = (values, p) => Object.fromEntries([...p].map((one, v) => [values[v], one]));

function train(name) {
  const role = ROLES[name];
  const full = labelled('train').filter((text) => text.role === name);
  const texts = [...full, ...shortLabelled(name)];
  console.log(`${name}: ${full.length} texts with all labels, ${texts.length - full.length} with short ones`);
  const signs = texts.map(role.signs);
  const judged = crossValidate(texts, signs, role);
  const alarm = name === 'resident' ? alarmThreshold(judged) : undefined;
  const certainty = certaintyPoints(judged, role.fields, alarm);
  const source = pack(name, learnAll(texts, signs, role), { certainty, alarm });
  const file = join(import.meta.dirname, `../../bots/understanding/weights/${name}.ts`);
  writeFileSync(file, source);
  console.log(`  wrote ${file} (${Math.round(source.length / 1024)} kB)`);
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(ROLES)) train(name);
