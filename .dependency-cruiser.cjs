/**
 * The arrows of the architecture: main → app → {bots, queues, http} → usecases → ports → domain. For `npm run lint`.
 * Type imports count as well. TypeScript 7 has no compiler API, so the sources are parsed with swc.
 */
const ROOF = '^src/(app|main|demo|admin|understand)(/|\\.ts$)';
const NODE = { dependencyTypes: ['core'] };
const PACKAGES = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] };

/** Files under `from` may reach, of this project, only what matches one of `allowed` (their own folder included). */
const knowsOnly = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|bots|queues|web|test|bench|scripts)/', pathNot: allowed },
});
/** Files under `from` may use, of the packages, only the ones named. */
const packagesOnly = (name, from, names) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { ...PACKAGES, pathNot: names.map((one) => `^node_modules/${one}/`) },
});
const noNode = (name, from) => ({ name, severity: 'error', from: { path: from }, to: NODE });

const DOMAIN = '^src/domain/';
const PORTS = '^src/ports\\.ts$';
const USECASES = '^src/usecases/';
/** Pure helpers that hold no decision: masking of numbers. */
const HELPERS = '^src/mask\\.ts$';
const TRUTH = [DOMAIN, PORTS, HELPERS];
const TEXTS = '^bots/texts/';
const TALK = '^bots/(dialog|flows|understanding|texts)/';
const PURE_TALK = '^bots/(flows|understanding|texts)/';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages',
      comment: 'The image of production has no development packages.',
      severity: 'error',
      from: { path: '^(src|bots|queues)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },

    knowsOnly('domain-knows-nobody', DOMAIN, [DOMAIN]),
    packagesOnly('domain-uses-data-packages', DOMAIN, ['zod', 'chinese-days', 'luxon']),
    noNode('domain-is-pure', DOMAIN),
    knowsOnly('ports-know-the-domain', PORTS, [PORTS, DOMAIN]),
    knowsOnly('usecases-know-ports', USECASES, [USECASES, ...TRUTH]),
    knowsOnly('store-knows-ports', '^src/store/', ['^src/store/', ...TRUTH]),
    knowsOnly('simulators-know-ports', '^src/simulators/', ['^src/simulators/', ...TRUTH]),
    knowsOnly('http-knows-usecases', '^src/http/', ['^src/http/', USECASES, ...TRUTH, TEXTS]),
    knowsOnly('embedded-knows-nobody', '^src/embedded/', ['^src/embedded/']),
    knowsOnly('embedded-mongo-knows-nobody', '^src/embedded/mongo/', ['^src/embedded/mongo/']),
    knowsOnly('config-knows-nobody', '^src/config\\.ts$', ['^src/config\\.ts$']),

    knowsOnly('queues-know-usecases', '^queues/', ['^queues/', USECASES, ...TRUTH, TALK]),
    knowsOnly('talk-knows-usecases', '^bots/dialog/', [TALK, USECASES, ...TRUTH]),
    knowsOnly('flows-and-texts-are-data', '^bots/(flows|texts)/', [TALK, ...TRUTH]),
    knowsOnly('understanding-knows-the-domain', '^bots/understanding/', ['^bots/understanding/', TEXTS, ...TRUTH]),
    // What was learned is a file: it is read once, when the module is loaded.
    noNode('talk-is-pure', '^bots/(flows|understanding/(?!weights/bytes\\.ts)|texts)/'),
    packagesOnly('pure-talk-uses-data-packages', PURE_TALK, ['zod', 'chinese-days', 'libphonenumber-js', 'luxon']),
    // A channel is a folder of bots that is not a part of the talk; it knows no other channel.
    knowsOnly('channels-know-the-talk', '^bots/(?!(?:dialog|flows|understanding|texts)/)([^/]+)/', [
      '^bots/$1/',
      TALK,
      USECASES,
      ...TRUTH,
    ]),

    {
      name: 'only-the-roof-knows-main-and-app',
      severity: 'error',
      from: { pathNot: ROOF },
      to: { path: ROOF },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
