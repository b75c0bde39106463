import { repositorySources, type Source } from '../tidy/source.js';
import {
  type DialectRule,
  noEventsInMemory,
  nothingChangesInPlace,
  standsOnTheFoundation,
  startsByOneCall,
  useCasesAreMessages,
} from './dialect.js';

const SRC = 'apps/sample/src';
const source = (place: string, text: string): Source => ({ path: `${SRC}/${place}`, text });

const handler = (decorator: string): string => `@${decorator}(It)\nexport class ItHandler {\n  execute(): void {}\n}\n`;

interface Ruled {
  readonly name: string;
  readonly rule: DialectRule;
  readonly bad: readonly Source[];
  readonly good: readonly Source[];
}

/** Each rule with what it must find and what it must let pass. */
const OF_SERVICES: readonly Ruled[] = [
  {
    name: 'starts by one call of the kit',
    rule: startsByOneCall,
    bad: [
      source('main.ts', "import { boot } from './boot.js';\n\nawait boot();\n"),
      source('boot.ts', 'export const boot = () => bootService(definition);\n'),
    ],
    good: [
      source('main.ts', "import { run } from './boot.js';\n\nawait run(process.argv.slice(2));\n"),
      source('boot.ts', "export const { boot, migrate, run } = defineService({ name: 'sample' });\n"),
    ],
  },
  {
    name: 'stands on the foundation of all',
    rule: standsOnTheFoundation,
    bad: [source('sample.module.ts', 'export const imports = [CqrsModule.forRoot()];\n')],
    good: [
      source('sample.module.ts', 'export const imports = serviceFoundation(SERVICE, config, []);\n'),
      source('filing/filing.module.ts', 'export class FilingModule {}\n'),
    ],
  },
  {
    name: 'has a file for each use case, with the message and its handler',
    rule: useCasesAreMessages,
    bad: [
      source('filing/board.query.ts', 'export class Board {\n  page(): void {}\n}\n'),
      source('filing/file-it.command.ts', handler('QueryHandler')),
      source('filing/filing.ts', handler('CommandHandler')),
    ],
    good: [
      source('filing/board.query.ts', handler('QueryHandler')),
      source('filing/file-it.command.ts', handler('CommandHandler')),
      source('filing/filing.service.ts', 'export class FilingService {}\n'),
    ],
  },
  {
    name: 'tells no events in memory',
    rule: noEventsInMemory,
    bad: [source('filing/filing.ts', "import { EventBus } from '@nestjs/cqrs';\nexport { EventBus };\n")],
    good: [source('filing/filing.ts', "import { Outbox } from '@plenum/messaging';\nexport { Outbox };\n")],
  },
];

const OF_DOMAINS: readonly Ruled[] = [
  {
    name: 'changes nothing in place',
    rule: nothingChangesInPlace,
    bad: [
      source('door.ts', "export class Door {\n  private state = 'SHUT';\n  open(): void {\n    this.state = 'OPEN';\n  }\n}\n"),
      source('door.ts', 'export class Door {\n  private times = 0;\n  open(): void {\n    this.times += 1;\n  }\n}\n'),
    ],
    good: [
      source('door.ts', "export const open = (door: Door): Door => ({ ...door, state: 'OPEN' });\n"),
      source('tally.ts', 'export class Tally {\n  readonly sum: number;\n  constructor(sum: number) {\n    this.sum = sum;\n  }\n}\n'),
    ],
  },
];

describe('the rules of the dialect', () => {
  describe.each([...OF_SERVICES, ...OF_DOMAINS])('$name', ({ rule, bad, good }) => {
    it.each(bad)('finds %#', (one) => {
      expect(rule(SRC, [one])).not.toEqual([]);
    });
    it.each(good)('lets pass %#', (one) => {
      expect(rule(SRC, [one])).toEqual([]);
    });
  });
});

const sources = repositorySources();

describe.each(['congress', 'proposals', 'ballot', 'notifier'])('the service %s', (name) => {
  it.each(OF_SERVICES)('$name', ({ rule }) => {
    expect(rule(`apps/${name}/src`, sources)).toEqual([]);
  });
});

describe.each(['congress', 'proposals', 'ballot'])('the domain of %s', (name) => {
  it.each(OF_DOMAINS)('$name', ({ rule }) => {
    expect(rule(`libs/${name}/domain/src`, sources)).toEqual([]);
  });
});
