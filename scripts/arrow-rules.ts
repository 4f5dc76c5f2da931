import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

/** What a room may lean on. Anything not listed is refused, type imports too. */
interface Room {
  readonly rooms: readonly string[];
  /** A pure room computes: no file, network, clock or database, and no npm package but these. */
  readonly pure?: { readonly packages: readonly string[] };
}

const PURE_SHELF = ['kernel', 'functions', 'language', 'engine', 'statistics', 'sentences'];

/** The rooms of `src/` and the arrows between them. */
export const ROOMS: Readonly<Record<string, Room>> = {
  kernel: { rooms: [], pure: { packages: ['temporal-polyfill', 'fastest-levenshtein'] } },
  functions: { rooms: ['kernel'], pure: { packages: ['fastest-levenshtein'] } },
  language: { rooms: ['kernel', 'functions'], pure: { packages: ['fastest-levenshtein'] } },
  engine: { rooms: ['kernel', 'functions', 'language'], pure: { packages: [] } },
  statistics: { rooms: ['kernel'], pure: { packages: [] } },
  sentences: { rooms: ['kernel'], pure: { packages: [] } },
  flow: { rooms: ['kernel', 'statistics'], pure: { packages: [] } },
  charts: { rooms: ['kernel', 'statistics'], pure: { packages: [] } },
  library: { rooms: ['kernel', 'language'] },
  // The facts room runs the plans of the engine, so it reads checked indicators and their SQL.
  facts: { rooms: ['kernel', 'functions', 'language', 'engine'] },
  ledger: { rooms: ['kernel'] },
  report: { rooms: ['kernel', 'charts', 'sentences'] },
  usecases: { rooms: [...PURE_SHELF, 'flow', 'charts', 'library', 'facts', 'ledger', 'report'] },
  contract: { rooms: ['kernel'] },
  server: { rooms: ['kernel', 'contract', 'usecases', 'sentences'] },
  cli: { rooms: ['kernel', 'contract', 'usecases', 'sentences'] },
  web: { rooms: ['kernel', 'contract', 'charts', 'sentences'] },
};

/** Packages and modules of Node with one owner each, so that replacing one touches one room. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'node_modules/@duckdb/': ['facts'],
  'node:sqlite': ['ledger'],
  'node_modules/hucre/': ['facts', 'report'],
  'node_modules/yauzl/': ['facts', 'report'],
  'node_modules/yaml/': ['library', 'facts'],
  'node_modules/bpmn-moddle/': ['report'],
  'node_modules/nodemailer/': ['server'],
};

/** Composition roots: they alone assemble every room. */
const MAIN = '^src/(?:cli|server)/main\\.ts$';
/** A test beside the code uses any package it needs; the arrows between rooms hold for it too. */
const TEST = '\\.test\\.tsx?$';

function toPattern(prefix: string, names: readonly string[], suffix: string): string {
  return `${prefix}(?:${names.join('|')})${suffix}`;
}

function toRoomRules(name: string, room: Room): IForbiddenRuleType[] {
  const inside = `^src/${name}/`;
  const rules: IForbiddenRuleType[] = [
    {
      name: `arrow-${name}`,
      comment: `${name} may lean on ${room.rooms.join(', ') || 'no other room'} only.`,
      severity: 'error',
      from: { path: inside, pathNot: MAIN },
      to: { path: '^src/', pathNot: toPattern('^src/', [name, ...room.rooms], '/') },
    },
  ];
  if (!room.pure) return rules;
  const allowed = room.pure.packages.map((name) => `(?:^|/)node_modules/${name}/`);
  rules.push(
    {
      name: `pure-packages-${name}`,
      comment: `${name} is pure: of npm it may use ${room.pure.packages.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: inside, pathNot: TEST },
      to: { path: 'node_modules/', pathNot: allowed },
    },
    {
      name: `pure-node-${name}`,
      comment: `${name} is pure: it touches no file, network, clock or database.`,
      severity: 'error',
      from: { path: inside, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
  );
  return rules;
}

function toOwnerRule([target, owners]: [string, readonly string[]]): IForbiddenRuleType {
  const name = target.replace('node_modules/', '').replaceAll('/', '').replace(':', '-').replace('@', '');
  return {
    name: `owner-${name}`,
    comment: `${name} belongs to ${owners.join(', ')}.`,
    severity: 'error',
    from: { path: '^src/', pathNot: [toPattern('^src/', owners, '/'), TEST] },
    to: target.startsWith('node:')
      ? { path: `^(?:node:)?${target.slice('node:'.length)}$`, dependencyTypes: ['core'] }
      : { path: target },
  };
}

const HOUSE_RULES: IForbiddenRuleType[] = [
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one idea, or hide a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'door-only',
    comment: 'A room is entered from another by its index.ts only.',
    severity: 'error',
    from: { path: '^src/([^/]+)/' },
    to: { path: '^src/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
  },
  {
    name: 'door-only-from-outside',
    comment: 'seed, bench, tests and scripts enter the rooms of src by index.ts only.',
    severity: 'error',
    from: { pathNot: '^src/' },
    to: { path: '^src/', pathNot: '^src/[^/]+/index\\.ts$' },
  },
  {
    name: 'seed-door-only',
    comment: 'The seed is entered from outside by its index.ts only.',
    severity: 'error',
    from: { pathNot: '^seed/' },
    to: { path: '^seed/', pathNot: '^seed/index\\.ts$' },
  },
  {
    name: 'product-leans-on-no-tooling',
    comment: 'src does not lean on seed, bench, tests or scripts; a main.ts may load the seed as a demo.',
    severity: 'error',
    from: { path: '^src/', pathNot: MAIN },
    to: { path: '^(?:seed|bench|tests|scripts)/' },
  },
  {
    name: 'main-leans-on-no-tooling',
    comment: 'A main.ts assembles rooms and the seed, never bench, tests or scripts.',
    severity: 'error',
    from: { path: MAIN },
    to: { path: '^(?:bench|tests|scripts)/' },
  },
  {
    name: 'use-case-groups-apart',
    comment: 'Groups of use cases do not import each other.',
    severity: 'error',
    from: { path: '^src/usecases/([^/]+)/' },
    to: { path: '^src/usecases/[^/]+/', pathNot: '^src/usecases/$1/' },
  },
  {
    name: 'features-apart',
    comment: 'Features of the web do not import each other.',
    severity: 'error',
    from: { path: '^src/web/features/([^/]+)/' },
    to: { path: '^src/web/features/[^/]+/', pathNot: '^src/web/features/$1/' },
  },
  {
    name: 'tests-are-leaves',
    comment: 'Nothing imports a test.',
    severity: 'error',
    from: {},
    to: { path: TEST },
  },
  {
    name: 'no-development-package',
    comment:
      'What ships imports no package that is installed for development only; the web app ships as it was built.',
    severity: 'error',
    from: { path: '^src/', pathNot: [TEST, '^src/web/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
  },
  {
    name: 'declared-packages-only',
    comment: 'Every package imported is named in package.json.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'Every import leads somewhere.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** The house's arrows as dependency-cruiser reads them. */
export const arrowRules: IConfiguration = {
  forbidden: [
    ...Object.entries(ROOMS).flatMap(([name, room]) => toRoomRules(name, room)),
    ...Object.entries(OWNERS).map(toOwnerRule),
    ...HOUSE_RULES,
  ],
  options: {
    // Type imports are arrows too.
    tsPreCompilationDeps: true,
    // TypeScript 7 has no compiler API: without this parser no module would be found at all.
    parser: 'swc',
    doNotFollow: { path: ['node_modules'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.d.mts'],
    },
  },
};
