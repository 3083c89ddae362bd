// Compares methods of classification on the same texts and split: for ADR 4.
//   npm run understand:compare          (about two minutes)
// Every method learns from the training side and is asked once about the test side.
import { apply, learn } from '../../scripts/understanding/learn.mjs';
import { labelled, shortLabelled, utterance } from './data.mjs';
import { percent } from './tables.mjs';

const DIST = new URL('../../dist/bots/understanding/', import.meta.url);
const { gramStrength } = await import(new URL('linear-model.js', DIST));
const { readResident } = await import(new URL('resident-reading.js', DIST));
const { readTechnician } = await import(new URL('technician-reading.js', DIST));
const SIGNS = {
  resident: (text) => readResident(utterance(text)).signs,
  technician: (text) => readTechnician(utterance(text)).signs,
};
const FIELDS = { resident: ['intent', 'category', 'urgency'], technician: ['command'] };

const isRule = (feature) => feature.startsWith('#');
const featuresOf = ({ grams, rules }) => [...grams, ...rules.map(([sign]) => sign)];

/** The most frequent label: what any method must beat. */
function majority(train) {
  const counts = new Map();
  for (const { label } of train) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return () => best[0];
}

/** Words of the lexicon alone, each voting for the labels that it was seen with. */
const lexiconVotes = (train) => naiveBayes(train, (signs) => featuresOf(signs).filter(isRule));

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

/** Softmax regression over grams, the signs of the lexicon, or both. */
function regression(train, { grams = true, rules = true }, leastIdeas = 4) {
  const seen = new Map();
  const pick = (signs) => featuresOf(signs).filter((feature) => (isRule(feature) ? rules : grams));
  for (const { signs } of train) for (const feature of pick(signs)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const numbers = new Map([...seen].filter(([, count]) => count >= leastIdeas).map(([feature], i) => [feature, i]));
  const row = (signs) => {
    const known = pick(signs).filter((feature) => numbers.has(feature));
    const strength = gramStrength(known.filter((feature) => !isRule(feature)).length);
    return {
      ids: Int32Array.from(known, (feature) => numbers.get(feature)),
      strengths: Float32Array.from(known, (feature) => (isRule(feature) ? 2 : strength)),
    };
  };
  const labels = [...new Set(train.map(({ label }) => label))].sort();
  const model = learn(
    train.map(({ signs }) => row(signs)),
    train.map(({ label }) => labels.indexOf(label)),
    labels.length,
    numbers.size,
  );
  return (signs) => {
    const p = apply(model, row(signs));
    return labels[p.indexOf(Math.max(...p))];
  };
}

const METHODS = {
  'most frequent label': majority,
  'lexicon, naive Bayes': lexiconVotes,
  'grams, naive Bayes': (train) => naiveBayes(train),
  'grams, nearest examples': nearestExamples,
  'lexicon, regression': (train) => regression(train, { grams: false }),
  'grams, regression': (train) => regression(train, { rules: false }),
  'lexicon and grams, regression': (train) => regression(train, {}),
};

for (const [role, fields] of Object.entries(FIELDS)) {
  const withSigns = (text) => ({ ...text, signs: SIGNS[role](text) });
  const train = [...labelled('train').filter((text) => text.role === role), ...shortLabelled(role)].map(withSigns);
  const test = labelled('test')
    .filter((text) => text.role === role)
    .map(withSigns);
  console.log(`\n${role}: learned from ${train.length} texts, asked about ${test.length}`);
  console.log(`  ${'method'.padEnd(32)}${fields.map((field) => field.padStart(10)).join('')}   µs a text`);
  for (const [name, method] of Object.entries(METHODS)) {
    const cells = [];
    let micros = 0;
    for (const field of fields) {
      const ask = method(train.map(({ signs, expect }) => ({ signs, label: expect[field] })));
      const start = process.hrtime.bigint();
      const right = test.filter(({ signs, expect }) => ask(signs) === expect[field]).length;
      micros += Number(process.hrtime.bigint() - start) / 1e3 / test.length;
      cells.push(percent(right, test.length).padStart(10));
    }
    console.log(`  ${name.padEnd(32)}${cells.join('')}${micros.toFixed(0).padStart(10)}`);
  }
}
