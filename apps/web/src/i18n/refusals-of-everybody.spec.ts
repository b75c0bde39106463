import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMON_ERRORS, type ErrorCode } from '@plenum/contracts';
import { UNREACHABLE } from '../api/problem.js';
import { messageKeyOf } from './message-files.js';
import { CHINESE } from './messages.js';

const SRC = join(__dirname, '..');
/** The pages whose texts everybody fetches: those in the first file (sign-in, frame), and the vote. */
const PAGES = ['main.tsx', 'features/voting/VotePage.tsx'];
const IMPORT = /(?:^(?:import|export) (?!type)[^;]*?from |^import )'(\.[^']+)'/gm;
const ADDRESS = /(?:\.(GET|POST|PUT|PATCH|DELETE)\(\s*)?['"`](\/api\/(?:congress|proposals|ballot|notifier)\/[^'"`?]+)/g;

const BOARD = ['ballot.not-found', 'ballot.wrong-channel', 'ballot.not-open', 'ballot.archive-refused'] as const;

/** Every request that these pages can make, with the refusals that it may be answered with beside what every request may. */
const REQUESTS: Readonly<Record<string, readonly ErrorCode[]>> = {
  'POST /api/congress/session/refresh': [],
  'POST /api/congress/session/sign-out': [],
  'POST /api/congress/sign-in': ['congress.sign-in-refused', 'congress.sign-in-locked'],
  'POST /api/congress/first-sign-in': ['congress.sign-in-refused', 'congress.sign-in-locked', 'congress.weak-password'],
  'POST /api/congress/forgotten-password': [],
  'GET /api/congress/house': [],
  'GET /api/congress/me': ['congress.not-found'],
  'GET /api/congress/members': [],
  'GET /api/notifier/notices': [],
  'GET /api/notifier/notices/stream': [],
  'POST /api/notifier/notices/reading': [],
  'POST /api/notifier/notices/{id}/reading': ['notifier.not-found'],
  'GET /api/ballot/ballots': [],
  'GET /api/ballot/ballots/{id}': ['ballot.not-found'],
  'GET /api/ballot/ballots/{id}/profiles': ['ballot.not-found'],
  'GET /api/ballot/ballots/{id}/pictures/{digest}': ['ballot.not-found', 'ballot.picture-unknown'],
  'GET /api/ballot/ballots/{id}/board/setup': BOARD,
  'GET /api/ballot/ballots/{id}/board/archive': BOARD,
  'GET /api/ballot/ballots/{id}/credentials': ['ballot.not-found', 'ballot.wrong-channel'],
  'POST /api/ballot/ballots/{id}/credentials': [
    'ballot.not-found',
    'ballot.wrong-channel',
    'ballot.wrong-state',
    'ballot.not-on-roll',
    'ballot.not-present',
    'ballot.has-paper',
    'ballot.has-slip',
    'ballot.account-reset',
    'ballot.account-set-late',
    'ballot.credential-refused',
    'ballot.credential-issued',
    'ballot.credential-taken',
  ],
  'POST /api/ballot/ballots/{id}/papers': [
    ...BOARD,
    'ballot.voting-closed',
    'ballot.paper-too-large',
    'ballot.credential-off-roll',
    'ballot.marks-missing',
    'ballot.marks-unexpected',
    'ballot.paper-refused',
    'ballot.credential-not-held',
    'ballot.already-voted',
    'ballot.busy',
  ],
};

/** The modules that a page consists of; what is imported for its type alone is no part of it. */
function modulesOf(page: string, found: Map<string, string> = new Map()): ReadonlyMap<string, string> {
  if (found.has(page)) return found;
  const text = readFileSync(join(SRC, page), 'utf8');
  found.set(page, text);
  for (const [, specifier = ''] of text.matchAll(IMPORT)) {
    const path = join(dirname(page), specifier).replace(/\.js$/, '');
    const file = [`${path}.ts`, `${path}.tsx`].find((each) => existsSync(join(SRC, each)));
    if (file) modulesOf(file, found);
  }
  return found;
}

describe('the refusals that everybody fetches', () => {
  const sources = PAGES.flatMap((page) => [...modulesOf(page).values()]);
  const requests = new Set(sources.flatMap((text) => [...text.matchAll(ADDRESS)].map(([, method = 'GET', path]) => `${method} ${path}`)));

  it('are looked for in all that these pages ask for', () => {
    expect([...requests].sort()).toEqual(Object.keys(REQUESTS).sort());
  });

  it('are exactly those that these pages may be answered with', () => {
    const needed = new Set<string>([...Object.values(REQUESTS).flat(), ...COMMON_ERRORS, UNREACHABLE].filter((code) => code !== 'fault'));
    expect(Object.keys(CHINESE.errors.codes).sort()).toEqual([...needed].map(messageKeyOf).sort());
  });
});
