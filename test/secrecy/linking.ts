import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../lib/house.js';

/** What an attacker wants to bring together: the voters of a ballot and the credentials of its papers. */
export interface Target {
  readonly ballotId: string;
  readonly memberIds: readonly string[];
  readonly credentials: readonly string[];
}

/** Somebody or something that was come upon, and at which place of what was read. */
interface Sighting {
  readonly which: string;
  readonly at: number;
}

/** A way to guess, and what it says: the voter of each credential. */
export interface Guess {
  readonly way: string;
  readonly voterOf: ReadonlyMap<string, string>;
}

const PREFIX = 40; // Digits that no two credentials share.
const MEMBER_BYTES = 16;
const DIGITS = new RegExp(`[1-9][0-9]{${PREFIX - 1}}[0-9]*`, 'g');

/** The folders of a house in which something is written down, and each of the ways in which it could tell an order. */
const SOURCES = ['postgres/pg_wal', 'postgres/base', 'logs', 'redis'];

/** All that somebody who has the disk of a house can guess about whose a credential is. */
export async function guesses(house: House, target: Target, trail: readonly string[]): Promise<readonly Guess[]> {
  const bySource = await Promise.all(SOURCES.map((source) => guessesFrom(house, source, target, trail)));
  return [...bySource.flat(), await byTransaction(house, target)];
}

/** The best of the guesses, with how many of the voters it names rightly. */
export function bestOf(all: readonly Guess[], truth: ReadonlyMap<string, string>): { readonly way: string; readonly hits: number } {
  const scored = all.map(({ way, voterOf }) => ({
    way,
    hits: [...truth].filter(([credential, voter]) => voterOf.get(credential) === voter).length,
  }));
  return scored.reduce((best, each) => (each.hits > best.hits ? each : best));
}

/** Whether bytes stand in a file of the house. */
export async function standsOnDisk(house: House, bytes: Buffer): Promise<readonly string[]> {
  const found: string[] = [];
  for (const source of SOURCES)
    for (const [name, content] of await contentOf(join(house.dataFolder, source))) if (content.includes(bytes)) found.push(name);
  return found;
}

async function guessesFrom(house: House, source: string, target: Target, trail: readonly string[]): Promise<readonly Guess[]> {
  const [voters, papers]: [Sighting[], Sighting[]] = [[], []];
  let before = 0;
  for (const [, content] of await contentOf(join(house.dataFolder, source))) {
    voters.push(...votersIn(content, target).map(({ which, at }) => ({ which, at: at + before })));
    papers.push(...papersIn(content, target).map(({ which, at }) => ({ which, at: at + before })));
    before += content.length;
  }
  const first = firstOf(papers);
  return [
    { way: `${source}: the order of first occurrence, beside that of the audit rows`, voterOf: inOrder(first, trail) },
    { way: `${source}: the order of first occurrence, of both`, voterOf: inOrder(first, firstOf(voters)) },
    {
      way: `${source}: the order of last occurrence, of both`,
      voterOf: inOrder(firstOf(papers.toReversed()), firstOf(voters.toReversed())),
    },
    { way: `${source}: whoever stands nearest`, voterOf: new Map(firstSightings(papers).flatMap((paper) => nearest(paper, voters))) },
  ];
}

/** Rows that one transaction wrote, as long as they say so. */
async function byTransaction(house: House, { ballotId }: Target): Promise<Guess> {
  const rows = await house.sql<{ credential: string; member: string }>(
    'ballot',
    `
      SELECT c.credential, min(r.member_id::text) AS member
      FROM sealed_credentials c
      JOIN sealed_registrations r ON r.ballot_id = c.ballot_id AND r.xmin::text = c.xmin::text
      WHERE c.ballot_id = $1
      GROUP BY c.credential
      HAVING count(*) = 1
    `,
    [ballotId],
  );
  return { way: 'the transactions of the rows', voterOf: new Map(rows.map(({ credential, member }) => [credential, member])) };
}

const inOrder = (papers: readonly string[], voters: readonly string[]): ReadonlyMap<string, string> =>
  new Map(papers.slice(0, voters.length).map((paper, nth) => [paper, voters[nth] as string]));

const firstOf = (sightings: readonly Sighting[]): readonly string[] => [...new Set(sightings.map(({ which }) => which))];

const firstSightings = (sightings: readonly Sighting[]): readonly Sighting[] => [
  ...new Map(sightings.toReversed().map((each) => [each.which, each])).values(),
];

function nearest({ which, at }: Sighting, voters: readonly Sighting[]): (readonly [string, string])[] {
  if (voters.length === 0) return [];
  const closest = voters.reduce((best, each) => (Math.abs(each.at - at) < Math.abs(best.at - at) ? each : best));
  return [[which, closest.which]];
}

/** Where rows of voters stand: as bytes, the ballot and then the member, and as text. */
function votersIn(content: Buffer, { ballotId, memberIds }: Target): readonly Sighting[] {
  const known = new Set(memberIds);
  const byBytes = new Map(memberIds.map((id) => [id.replaceAll('-', ''), id]));
  const ballot = Buffer.from(ballotId.replaceAll('-', ''), 'hex');
  const found: Sighting[] = [];
  for (let at = content.indexOf(ballot); at >= 0; at = content.indexOf(ballot, at + 1)) {
    const member = byBytes.get(content.subarray(at + ballot.length, at + ballot.length + MEMBER_BYTES).toString('hex'));
    if (member) found.push({ which: member, at });
  }
  for (const { 0: text, index } of content.toString('latin1').matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
    if (known.has(text)) found.push({ which: text, at: index });
  return found.sort((one, other) => one.at - other.at);
}

function papersIn(content: Buffer, { credentials }: Target): readonly Sighting[] {
  const byPrefix = new Map(credentials.map((credential) => [credential.slice(0, PREFIX), credential]));
  return [...content.toString('latin1').matchAll(DIGITS)].flatMap(({ 0: digits, index }) => {
    const credential = byPrefix.get(digits.slice(0, PREFIX));
    return credential ? [{ which: credential, at: index }] : [];
  });
}

/** Every file beneath a folder, in the order of their names: that of the write-ahead log is the order in which it was written. */
async function contentOf(folder: string): Promise<readonly (readonly [name: string, content: Buffer])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  // A file may go while we read.
  return Promise.all(names.map(async (name) => [name, await readFile(name).catch(() => Buffer.alloc(0))] as const));
}
