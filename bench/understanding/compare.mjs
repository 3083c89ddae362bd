// Compares methods of classification on the same texts and split: for ADR 4.
//   npm run understand:compare          (about two minutes)
// Every method learns from the training side and is asked once about the texts of the test and the exam.
import { apply, learn } from '../../scripts/understanding/learn.mjs';
import { labelled, shortLabelled, utterance } from './data.mjs';
import { percent } from './tables.mjs';

const DIST = new URL('../../dist/bots/understanding/', import.meta.url);
const { gramsOf } = await import(new URL('grams.js', DIST));
const { gramStrength, RULE_STRENGTH } = await import(new URL('network.js', DIST));
const { readResident } = await import(new URL('resident-reading.js', DIST));
const { readTechnician } = await import(new URL('technician-reading.js', DIST));
const READ = { resident: readResident, technician: readTechnician };
const signsOf = (role, text) => {
  const { text: masked, rules } = READ[role](utterance(text)).signs;
  return { grams: gramsOf(masked), rules };
};
const FIELDS = { resident: ['intent', 'category', 'urgency'], technician: ['command'] };

/** The most frequent label: what any method must beat. */
function majority(train) {
  const counts = new Map();
  for (const { label } of train) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return () => best[0];
}

/** Words of the lexicon alone, each voting for the labels that it was seen with. */
const lexiconVotes = (train) => naiveBayes(train, (signs) => [...signs.rules]);

/** Multinomial naive Bayes with add-one smoothing. */
function naiveBayes(train, featuresIn = (signs) => [...signs.grams]) {
  const byLabel = new Map();
  const vocabulary = new Set();
  for (const { signs, label } of train) {
    const own = byLabel.get(label) ?? { texts: 0, total: 0, counts: new Map() };
    byLabel.set(label, own);
    own.texts += 1;
    for (const feature of featuresIn(signs)) {
      own.counts.set(feature, (own.counts.get(feature) ?? 0) + 1);
      own.total += 1;
      vocabulary.add(feature);
    }
  }
  return (signs) => {
    const seen = featuresIn(signs).filter((feature) => vocabulary.has(feature));
    let best = { score: Number.NEGATIVE_INFINITY };
    for (const [label, { texts, total, counts }] of byLabel) {
      let score = Math.log(texts / train.length);
      for (const feature of seen) score += Math.log(((counts.get(feature) ?? 0) + 1) / (total + vocabulary.size));
      if (score > best.score) best = { score, label };
    }
    return best.label;
  };
}

/** The label that the five nearest texts vote for: cosine over grams, rare ones weighing more. */
function nearestExamples(train) {
  const postings = new Map();
  for (const [i, { signs }] of train.entries())
    for (const gram of signs.grams) {
      const known = postings.get(gram);
      if (known) known.push(i);
      else postings.set(gram, [i]);
    }
  const weight = (gram) => Math.log(train.length / (postings.get(gram)?.length ?? train.length));
  const norms = train.map(({ signs }) => Math.hypot(...[...signs.grams].map(weight)) || 1);
  return (signs) => {
    const scores = new Float64Array(train.length);
    for (const gram of signs.grams) for (const i of postings.get(gram) ?? []) scores[i] += weight(gram) ** 2 / norms[i];
    const nearest = [...scores.keys()].sort((a, b) => scores[b] - scores[a]).slice(0, 5);
    const votes = new Map();
    for (const i of nearest) votes.set(train[i].label, (votes.get(train[i].label) ?? 0) + scores[i]);
    return [...votes].sort((a, b) => b[1] - a[1])[0][0];
  };
}

/** A network over grams, the signs of the lexicon, or both; without hidden units it is softmax regression. */
function network(train, fields, { hidden = 0, grams = true, rules = true, leastTexts = 4 }) {
  const pick = (signs) => [...(grams ? signs.grams : []), ...(rules ? signs.rules : [])];
  const seen = new Map();
  for (const { signs } of train) for (const feature of pick(signs)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const numbers = new Map([...seen].filter(([, count]) => count >= leastTexts).map(([feature], i) => [feature, i]));
  const row = (signs) => {
    const known = pick(signs).filter((feature) => numbers.has(feature));
    const strength = gramStrength(known.filter((feature) => !signs.rules.has(feature)).length);
    return {
      ids: Int32Array.from(known, (feature) => numbers.get(feature)),
      strengths: Float32Array.from(known, (feature) => (signs.rules.has(feature) ? RULE_STRENGTH : strength)),
    };
  };
  const columns = fields.flatMap((field) =>
    [...new Set(train.map(({ expect }) => expect[field]))].sort().map((value) => `${field}:${value}`),
  );
  const learned = learn(
    train.map(({ signs }) => row(signs)),
    train.map(({ expect }) => fields.map((field) => columns.indexOf(`${field}:${expect[field]}`))),
    fields.map((field) => columns.filter((column) => column.startsWith(`${field}:`)).length),
    numbers.size,
    { hidden },
  );
  return (signs) => {
    const p = apply(learned, row(signs));
    return fields.map((field) => {
      const own = columns.flatMap((column, k) => (column.startsWith(`${field}:`) ? [k] : []));
      return columns[own.reduce((a, b) => (p[a] >= p[b] ? a : b))].slice(field.length + 1);
    });
  };
}

/** A method that learns one field at a time. */
const apart = (method) => (train, fields) => {
  const asks = fields.map((field) => method(train.map(({ signs, expect }) => ({ signs, label: expect[field] }))));
  return (signs) => asks.map((ask) => ask(signs));
};
const together = (options) => (train, fields) => network(train, fields, options);

const METHODS = {
  'most frequent label': apart(majority),
  'lexicon, naive Bayes': apart(lexiconVotes),
  'grams, naive Bayes': apart((train) => naiveBayes(train)),
  'grams, nearest examples': apart(nearestExamples),
  'lexicon, regression': together({ grams: false }),
  'grams, regression': together({ rules: false }),
  'lexicon and grams, regression': together({}),
  'lexicon and grams, hidden layer': together({ hidden: 64 }),
};

for (const [role, fields] of Object.entries(FIELDS)) {
  const withSigns = (text) => ({ ...text, signs: signsOf(role, text) });
  const ofRole = (texts) => texts.filter((text) => text.role === role).map(withSigns);
  const train = ofRole([...labelled('train'), ...shortLabelled(role)]);
  const asked = { test: ofRole(labelled('test')), exam: ofRole(labelled('exam')) };
  console.log(
    `\n${role}: learned from ${train.length} texts; ${asked.test.length} of the test, ${asked.exam.length} of the exam`,
  );
  const heads = Object.keys(asked).flatMap((side) => fields.map((field) => `${side} ${field}`.padStart(15)));
  console.log(`  ${'method'.padEnd(32)}${heads.join('')}   µs a text`);
  for (const [name, method] of Object.entries(METHODS)) {
    const ask = method(train, fields);
    let micros = 0;
    const cells = Object.values(asked).flatMap((texts) => {
      const start = process.hrtime.bigint();
      const answers = texts.map(({ signs }) => ask(signs));
      micros = Number(process.hrtime.bigint() - start) / 1e3 / texts.length;
      return fields.map((field, f) =>
        percent(texts.filter(({ expect }, i) => expect[field] === answers[i][f]).length, texts.length).padStart(15),
      );
    });
    console.log(`  ${name.padEnd(32)}${cells.join('')}${micros.toFixed(0).padStart(10)}`);
  }
}
