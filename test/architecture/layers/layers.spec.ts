import { repositorySources, type Source } from '../tidy/source.js';
import {
  capabilitiesAreModules,
  filesHaveLayers,
  foldersAreSmall,
  layersInOrder,
  type LayerRule,
  migrationsAreNamedAlike,
  shapesStayAtHome,
} from './layers.js';
import { SERVICES, type ServiceLayers } from './services.js';

const SRC = 'apps/sample/src';
const LAYERS: ServiceLayers = { ground: ['storage', 'access', 'shapes'], capabilities: ['filing', 'sealed/board', 'counting'] };
const source = (place: string, ...imports: readonly string[]): Source => ({
  path: `${SRC}/${place}`,
  text: `${imports.map((name) => `import type { It } from '${name}';\n`).join('')}export const it = 1;\n`,
});
const step = (place: string, name: string): Source => ({
  path: `${SRC}/${place}`,
  text: `export class ${name} implements MigrationInterface {}\n`,
});

const MODULES = ['filing/filing.module.ts', 'sealed/board/board.module.ts', 'counting/counting.module.ts'].map((place) => source(place));
const files = (count: number, nameOf: (nth: number) => string): readonly Source[] =>
  Array.from({ length: count }, (_, nth) => source(nameOf(nth)));

/** Each rule with what it must find and what it must let pass. */
const RULES: readonly {
  readonly name: string;
  readonly rule: LayerRule;
  readonly bad: readonly (readonly Source[])[];
  readonly good: readonly (readonly Source[])[];
}[] = [
  {
    name: 'every file lies in a layer of the table',
    rule: filesHaveLayers,
    bad: [[source('roster/roster.ts')], [source('sealed/seals.ts')]],
    good: [[source('sample.module.ts'), source('storage/rows/roster.ts'), source('sealed/board/board.ts'), source('testing/stage.ts')]],
  },
  {
    name: 'a layer imports only what lies below it',
    rule: layersInOrder,
    bad: [
      [source('storage/rows.ts', '../access/standings.js'), source('access/standings.ts')],
      [source('access/standings.ts', '../filing/filing.js'), source('filing/filing.ts')],
      [source('filing/filing.ts', '../counting/count.js'), source('counting/count.ts')],
      [source('sealed/board/board.ts', '../../counting/count.js'), source('counting/count.ts')],
      [source('filing/filing.ts', '../sample.module.js'), source('sample.module.ts')],
    ],
    good: [
      [source('access/standings.ts', '../storage/rows.js'), source('storage/rows.ts')],
      [
        source('counting/count.ts', '../sealed/board/board.js', './sheets.js'),
        source('sealed/board/board.ts'),
        source('counting/sheets.ts'),
      ],
      [source('counting/count.ts', '../sample.config.js'), source('sample.config.ts')],
      [source('sample.module.ts', './counting/count.js'), source('counting/count.ts')],
      [source('filing/filing.int-spec.ts', '../counting/count.js'), source('counting/count.ts')],
    ],
  },
  {
    name: 'controllers, requests and responses of a capability are its own',
    rule: shapesStayAtHome,
    bad: ['controller', 'requests', 'responses'].map((kind) => [
      source('counting/count.ts', `../filing/filing.${kind}.js`),
      source(`filing/filing.${kind}.ts`),
    ]),
    good: [
      [source('filing/filing.ts', './filing.requests.js'), source('filing/filing.requests.ts')],
      [source('filing/filing.ts', '../shapes/person.responses.js'), source('shapes/person.responses.ts')],
      [source('counting/count.ts', '../filing/filing.js'), source('filing/filing.ts')],
    ],
  },
  {
    name: 'each capability is one module, named as its folder',
    rule: capabilitiesAreModules,
    bad: [MODULES.slice(1), [...MODULES, source('filing/drafts.module.ts')], [...MODULES.slice(1), source('filing/drafts.module.ts')]],
    good: [MODULES],
  },
  {
    name: 'no folder holds more than a reader overlooks',
    rule: foldersAreSmall,
    bad: [files(19, (nth) => `filing/part-${nth}.ts`)],
    good: [
      [...files(18, (nth) => `filing/part-${nth}.ts`), ...files(9, (nth) => `filing/part-${nth}.spec.ts`)],
      files(30, (nth) => `storage/migrations/step-${nth}.migration.ts`),
    ],
  },
  {
    name: 'a step of the schema lies in the file of its name',
    rule: migrationsAreNamedAlike,
    bad: [
      [step('storage/migrations/create-calls-extended.ts', 'CallsExtended1700000000330')],
      [step('storage/migrations/calls.migration.ts', 'CallsExtended1700000000330')],
      [step('storage/calls-extended.migration.ts', 'CallsExtended1700000000330')],
      [source('storage/migrations/calls-extended.migration.ts')],
    ],
    good: [[step('storage/migrations/calls-extended.migration.ts', 'CallsExtended1700000000330')]],
  },
];

describe('the rules of layers', () => {
  describe.each(RULES)('$name', ({ rule, bad, good }) => {
    it.each(bad)('finds %#', (...sources) => {
      expect(rule(SRC, LAYERS, sources)).not.toEqual([]);
    });
    it.each(good)('lets pass %#', (...sources) => {
      expect(rule(SRC, LAYERS, sources)).toEqual([]);
    });
  });
});

describe.each(Object.entries(SERVICES))('the layers of %s', (src, layers) => {
  const sources = repositorySources();

  it.each(RULES)('$name', ({ rule }) => {
    expect(rule(src, layers, sources)).toEqual([]);
  });
});
