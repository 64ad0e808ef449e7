/**
 * Imports go one way (docs/architecture.md, "The way of the data"):
 * domain ← db ← activities ← workers; api → db, workflows/contract, domain; only bin sees all.
 * Each rule names a folder and everything it may import; anything else is an error.
 */
const only = (from, allowed, why) => ({
  name: `${from}-imports`,
  severity: 'error',
  comment: why,
  from: { path: `^${from}/` },
  to: {
    path: '^(domain|workflows|activities|accounts|files|sheets|delivery|db|planner|api|local|rehearsal|bin|bench|test|documents|web)/',
    pathNot: `^(${[from, ...allowed].join('|')})(/|\\.ts$|$)`,
  },
});

module.exports = {
  forbidden: [
    only('domain', [], 'the domain is pure: it knows zod and itself'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'no clock, no file, no network, no library but zod',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'node_modules/zod/' },
    },
    only('db', ['domain'], 'the store keeps what the domain decided'),
    only('documents', ['domain'], 'papers are drawn from states; who may have them is known elsewhere'),
    only('files', [], 'files are bytes under a name; what they prove is known elsewhere'),
    only('sheets', ['files'], 'tables are cells in files; what they mean is known elsewhere'),
    only('accounts', ['domain', 'db'], 'accounts know persons, duties and sessions, not HTTP'),
    only('delivery', ['domain', 'db', 'accounts'], 'messages leave the house by channels; nothing of HTTP or Temporal'),
    only(
      'activities',
      ['domain', 'db', 'delivery', 'workflows/(contract|send|connection)'],
      'activities join domain and store; names come from the contract',
    ),
    only('workflows', ['domain', 'activities'], 'workflows wait and wake; of the domain they know types only'),
    {
      name: 'workflows-types-only',
      severity: 'error',
      comment: 'a rule inside the workflow bundle breaks the replay of every running exercise',
      from: { path: '^workflows/' },
      to: { path: '^(domain|activities|db)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      comment: 'only the workflow SDK; no zod in the bundle (design: 2.4 MB per cached workflow)',
      from: { path: '^workflows/', pathNot: '^workflows/(send|in-flight|connection)\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: 'node_modules/@temporalio/(workflow|common)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sender-outside-the-bundle',
      severity: 'error',
      comment: 'the sender is a client of Temporal; workflows send through the dispatch activity',
      from: { path: '^workflows/', pathNot: '^workflows/(send|in-flight|connection)\\.ts$' },
      to: { path: '^workflows/(send|in-flight|connection)\\.ts$' },
    },
    only(
      'api',
      ['domain', 'db', 'accounts', 'files', 'sheets', 'delivery', 'documents', 'workflows/(contract|send|connection)'],
      'the API sends commands and reads projections',
    ),
    only('web', ['domain', 'api/contract'], 'the page knows the rules it shares and the shape of answers'),
    only('planner', ['domain', 'db'], 'the planner solves jobs of the store; whose they are is asked by the API'),
    only('local', [], 'the embedded machine knows processes and files, not the product'),
    only('rehearsal', ['domain'], 'a rehearsal is a pure simulation over the domain'),
    only(
      'bench',
      [
        'domain',
        'db',
        'activities',
        'accounts',
        'sheets',
        'delivery',
        'documents',
        'workflows',
        'planner',
        'api',
        'local',
        'bin',
        'test/support/(browser|cookies)',
        'test/planner/problems',
      ],
      'measures the product from outside',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'a cycle hides which way the data walks',
      from: {},
      // a screen fetched when it is opened may name what opens it
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import', 'type-only'] } },
    },
    {
      name: 'no-dev-in-product',
      severity: 'error',
      comment: 'what the product imports must be a dependency',
      from: {
        path: '^(domain|documents|workflows|activities|accounts|files|sheets|delivery|db|planner|api|local|rehearsal|bin)/',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
