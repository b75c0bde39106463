import { builtinModules } from 'node:module';
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

// Without a project graph the boundary rule skips itself with a mere note: a fresh clone makes one first.
try {
  readCachedProjectGraph();
} catch {
  await createProjectGraphAsync({ exitOnError: true });
}

/** Who may import what: DESIGN's table, one line a room. A change here needs an ADR and its line in test/architecture. */
const ROOMS = {
  kernel: [],
  contracts: [],
  calendar: ['kernel'],
  'congress-domain': ['kernel', 'calendar'],
  'proposals-domain': ['kernel', 'calendar'],
  'ballot-domain': ['kernel', 'calendar'],
  'ballot-crypto': [],
  'ballot-verification': ['ballot-crypto'],
  database: [],
  messaging: ['kernel', 'contracts', 'database'],
  'service-kit': ['kernel', 'contracts', 'database', 'messaging'],
  directory: ['kernel', 'contracts', 'database', 'messaging', 'service-kit'],
  'local-servers': [],
  'test-kit': ['kernel', 'contracts', 'local-servers'],
  congress: ['congress-domain', 'contracts', 'kernel', 'calendar', 'database', 'messaging', 'service-kit'],
  proposals: ['proposals-domain', 'contracts', 'kernel', 'calendar', 'database', 'messaging', 'service-kit', 'directory'],
  ballot: [
    'ballot-domain',
    'ballot-crypto',
    'ballot-verification',
    'contracts',
    'kernel',
    'calendar',
    'database',
    'messaging',
    'service-kit',
    'directory',
  ],
  notifier: ['contracts', 'kernel', 'calendar', 'database', 'messaging', 'service-kit', 'directory'],
  web: ['contracts', 'ballot-crypto'],
  verifier: ['ballot-crypto', 'ballot-verification', 'ballot-domain', 'kernel'],
  standalone: ['local-servers'],
  test: [
    'test-kit',
    'local-servers',
    'contracts',
    'kernel',
    'calendar',
    'database',
    'messaging',
    'service-kit',
    'directory',
    'ballot-crypto',
    'ballot-verification',
    'ballot-domain',
    'proposals-domain',
    'congress-domain',
  ],
};

/** Third-party packages a pure room may use; a room that is not listed is not limited. */
const PACKAGES = {
  kernel: [],
  contracts: [],
  calendar: ['chinese-days'],
  'congress-domain': [],
  'proposals-domain': [],
  'ballot-domain': [],
  'ballot-crypto': ['@noble/hashes', '@noble/ciphers'],
  'ballot-verification': ['piscina', 'fflate'],
};
const SPEC_PACKAGES = ['fast-check', '@jest/globals'];

/** Only messaging (and what starts or tests real servers) may know the queue's packages. */
const QUEUE_PACKAGES = ['bullmq', 'ioredis', '@nestjs/bullmq'];
const KNOWS_QUEUES = ['messaging', 'local-servers', 'test-kit', 'test'];

const APPS = ['congress', 'proposals', 'ballot', 'notifier', 'web', 'verifier', 'standalone'];
const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'];
const PURE = [
  'libs/shared/kernel',
  'libs/shared/contracts',
  'libs/shared/calendar',
  'libs/congress/domain',
  'libs/proposals/domain',
  'libs/ballot/domain',
  'libs/ballot/crypto',
];

// Counted from here, whichever project's own configuration takes these rules over.
const sources = (folders) => ({ basePath: import.meta.dirname, files: folders.map((folder) => `${folder}/src/**/*.{ts,tsx}`) });
const specFiles = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/testing/**'];

/** What test-kit itself stands on cannot be tested with it. */
const UNDER_TEST_KIT = ['test-kit', ...ROOMS['test-kit']];

const withSubpaths = (names) => names.flatMap((name) => [name, `${name}/*`]);

/** An empty list of allowed packages would mean "all": an impossible name stands for "none". */
const packagesOf = (room, isSpec) => {
  if (!PACKAGES[room]) return KNOWS_QUEUES.includes(room) ? {} : { bannedExternalImports: withSubpaths(QUEUE_PACKAGES) };
  const allowed = [...PACKAGES[room], ...(isSpec ? SPEC_PACKAGES : [])];
  return { allowedExternalImports: allowed.length > 0 ? withSubpaths(allowed) : ['(none)'] };
};

const boundaries = ({ isSpec }) => [
  'error',
  {
    allow: [],
    banTransitiveDependencies: true, // What no package.json names may vanish with the next install.
    depConstraints: Object.entries(ROOMS).map(([room, may]) => ({
      sourceTag: `scope:${room}`,
      onlyDependOnLibsWithTags: [room, ...may, ...(isSpec && !UNDER_TEST_KIT.includes(room) ? ['test-kit'] : [])].map(
        (name) => `scope:${name}`,
      ),
      ...packagesOf(room, isSpec),
    })),
  },
];

// The graph knows libs by their public names; an app has none, so its name is refused as such.
const NO_APPS = { regex: `^@plenum/(${APPS.join('|')}|house-tests)(/|$)`, message: 'No app imports another: facts travel as events.' };
const NO_NODE = {
  regex: `^(node:|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/|$))`,
  message: 'No I/O here: take it as an argument.',
};
const NO_CALLS = {
  regex: '^((node:)?https?2?$|undici|axios|got$|@nestjs/axios)',
  message: 'Services never call each other: facts travel as events.',
};
const NO_UNITS = {
  regex: '^class-validator$',
  importNames: ['Length', 'MaxLength'],
  message: 'It counts UTF-16 units, where 𬱖 is two: take the one of the service kit.',
};
const NO_ORM = {
  regex: '^typeorm$',
  message: 'What asks the database takes the handles of @plenum/database: only the steps of a schema know TypeORM.',
};
const SCHEMA_STEPS = ['**/migrations/**', '**/*.migration.ts'];
const restrictedImports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NO_APPS, ...patterns] }],
});

const HIDDEN_IMPORTS = [
  { selector: 'TSImportType', message: 'Import the type by a line at the top, where the boundary rules see it.' },
  { selector: `ImportExpression[source.value=/^@plenum\\u002F(${APPS.join('|')})(\\u002F|$)/]`, message: NO_APPS.message },
];
const NO_CLOCK_OR_CHANCE = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock is an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The clock is an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is an argument.' },
  { selector: 'ImportExpression', message: 'A pure room imports nothing at run time.' },
];
const OUTSIDE_WORLD = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'globalThis',
  'global',
  'self',
  'require',
  'Buffer',
  'console',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/out-tsc',
      '**/node_modules',
      '**/*.mjs',
      '**/metadata.ts',
      '**/vite.config.ts',
      '**/generated/**',
      '**/*.d.ts',
      '.nx',
      '.plenum',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ isSpec: false }),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true }],
      ...restrictedImports(),
      'no-restricted-syntax': ['error', ...HIDDEN_IMPORTS],
    },
  },
  {
    files: specFiles,
    rules: { '@nx/enforce-module-boundaries': boundaries({ isSpec: true }) },
  },
  {
    ...sources(SERVICES.map((name) => `apps/${name}`)),
    ignores: specFiles,
    rules: {
      ...restrictedImports(NO_CALLS, NO_UNITS),
      'no-restricted-globals': ['error', { name: 'fetch', message: NO_CALLS.message }],
    },
  },
  {
    ...sources(SERVICES.map((name) => `apps/${name}`)),
    ignores: [...specFiles, ...SCHEMA_STEPS],
    rules: restrictedImports(NO_CALLS, NO_UNITS, NO_ORM),
  },
  {
    ...sources(['messaging', 'service-kit', 'directory'].map((name) => `libs/shared/${name}`)),
    ignores: [...specFiles, ...SCHEMA_STEPS],
    rules: restrictedImports(NO_ORM),
  },
  {
    ...sources(['apps/web']),
    ignores: specFiles,
    rules: {
      ...restrictedImports({ ...NO_NODE, message: 'A browser has no Node.' }),
      'no-restricted-syntax': [
        'error',
        ...HIDDEN_IMPORTS,
        {
          selector: "JSXAttribute[name.name='maxLength']",
          message: 'It cuts what is typed without a word, and counts 𬱖 twice: use counted() and useTextRules().',
        },
      ],
    },
  },
  {
    // The pure rooms: no clock, no chance, no environment, no I/O. What varies is an argument.
    ...sources(PURE),
    ignores: specFiles,
    rules: {
      ...restrictedImports(NO_NODE),
      'no-restricted-globals': [
        'error',
        ...OUTSIDE_WORLD.map((name) => ({ name, message: 'A pure room reads nothing of the world: take it as an argument.' })),
      ],
      'no-restricted-syntax': ['error', ...HIDDEN_IMPORTS, ...NO_CLOCK_OR_CHANCE],
    },
  },
);
