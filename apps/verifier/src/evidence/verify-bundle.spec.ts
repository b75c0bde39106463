import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BigIntArithmetic } from '@plenum/ballot-crypto';
import { type Channel } from '@plenum/ballot-domain';
import { verify } from '../verify.js';
import { archiveOf, type Audit, Evidence } from './testing/an-evidence.js';
import { BUNDLE_CHECKS, type BundleCheck } from './verify-bundle.js';

const arithmetic = new BigIntArithmetic({ bits: 5 });

describe('a bundle of evidence', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plenum-bundle-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (bytes: Uint8Array, ...more: string[]) => {
    const file = join(folder, 'evidence.zip');
    writeFileSync(file, bytes);
    const [out, err]: [string[], string[]] = [[], []];
    const status = await verify(
      [file, ...more],
      { out: (line) => out.push(line), err: (line) => err.push(line) },
      { threads: 0, tableBits: 5 },
    );
    return { status, err, lines: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
  };

  it.each<[Channel, object]>([
    ['hands', { kind: 'resolution', status: 'passed' }],
    ['paper', { kind: 'election', status: 'decided' }],
  ])('of a vote by %s is accepted, with what it came to', async (channel, told) => {
    const evidence = Evidence.of(channel, arithmetic);
    const { status, lines, err } = await run(await evidence.bytes());
    expect(lines[0]).toMatchObject({
      ok: true,
      fingerprint: null,
      result: null,
      ballot: {
        id: 'ballot',
        title: 'A vote',
        channel,
        digest: evidence.ballot.tally?.digest,
        signatures: 2,
        auditHead: expect.stringMatching(/^\d+:[0-9a-f]{64}$/),
        resets: 1,
        firstPasswords: 1,
        signedInByDesk: 1,
        lateByDesk: 1,
        ...told,
      },
    });
    expect({ status, err }).toEqual({ status: 0, err: [] });
  });

  it('of a sealed vote is accepted with the figures of its archive, and stands among archives', async () => {
    const evidence = Evidence.of('sealed', arithmetic);
    const archive = join(folder, 'alone.bel');
    writeFileSync(archive, evidence.parts.get('archive.bel') as Uint8Array);
    const { status, lines } = await run(await evidence.bytes(), archive);
    expect(lines[0]).toMatchObject({
      ok: true,
      state: 'decided',
      voters: 6,
      papers: 6,
      counted: 6,
      result: [[4, 2, 0]],
      ballot: { status: 'passed' },
    });
    expect(lines[1]).toMatchObject({ ok: true, fingerprint: lines[0]?.['fingerprint'], head: lines[0]?.['head'], result: [[4, 2, 0]] });
    expect(status).toBe(0);
  });

  it('may have the documents beside it, which are held to their hash', async () => {
    const evidence = Evidence.of('hands', arithmetic);
    evidence.parts.set('tally-sheet.pdf', '%PDF');
    expect((await run(await evidence.bytes())).status).toBe(0);
  });

  type Part = Record<string, never> & { ballot: Record<string, unknown> };
  const audit = (change: (audit: Audit) => void) => (evidence: Evidence) => evidence.forge('audit.json', change);
  const ballotOf = (change: (part: Part) => void) => (evidence: Evidence) => evidence.forge('ballot.json', change);
  const record = (change: (record: { papers: object; outcome: object }) => void) => (evidence: Evidence) =>
    evidence.forge('record.json', change).signedAnew();
  const rowOf = (nth: number, change: (row: (string | null)[]) => void) =>
    audit(({ links }) => change(links.filter((link) => typeof link !== 'string')[nth] ?? []));

  // The forger writes a right manifest every time, signs anew and chains anew where that would help.
  const access = (change: (part: Record<'resets' | 'deskSignIns', Record<string, unknown>[]>) => void) => (evidence: Evidence) =>
    evidence.forge('access.json', change);
  const FORGERIES: readonly [string, Channel, BundleCheck, (evidence: Evidence) => unknown, string?][] = [
    ['a part taken out', 'paper', 'bundle-parts', (evidence) => evidence.parts.delete('sheets.json'), 'sheets.json'],
    ['the archive taken out', 'sealed', 'bundle-parts', (evidence) => evidence.parts.delete('archive.bel'), 'archive.bel'],
    ['a part put in', 'hands', 'bundle-parts', (evidence) => evidence.parts.set('note.txt', 'x'), 'note.txt'],
    ['sheets put to a vote by hands', 'hands', 'bundle-parts', (evidence) => evidence.parts.set('sheets.json', '{}'), 'sheets.json'],
    ['a part that is no JSON', 'hands', 'part-form', (evidence) => evidence.parts.set('ballot.json', '{'), 'ballot.json'],
    [
      'a part in another spelling',
      'hands',
      'part-form',
      (evidence) => evidence.parts.set('record.json', `${evidence.parts.get('record.json') as string} `),
      'not-canonical',
    ],
    ['a part of no text', 'hands', 'part-form', (evidence) => evidence.parts.set('ballot.json', Uint8Array.of(0xff)), 'ballot.json'],
    [
      'a field unknown',
      'paper',
      'part-form',
      (evidence) => evidence.forge('sheets.json', (part: { voters?: object }) => void (part.voters = {})),
      'voters unknown-field',
    ],
    [
      'a role unknown',
      'hands',
      'part-form',
      ballotOf(({ ballot }) => void (ballot['officers'] = [{ memberId: 's1', role: 'KING', chief: true }])),
      'role',
    ],
    ['rules that are none', 'hands', 'part-form', ballotOf(({ ballot }) => void (ballot['rules'] = {})), 'rules'],
    [
      'a sheet spoiled as nobody ruled',
      'paper',
      'part-form',
      (evidence) =>
        evidence.forge(
          'sheets.json',
          ({ sheets }: { sheets: Record<string, unknown>[] }) => void ((sheets[0] as Record<string, unknown>)['spoiled'] = 'noSeal'),
        ),
      'not-as-ruled',
    ],
    [
      'another record under the signatures',
      'hands',
      'record-digest',
      (evidence) =>
        evidence.forge('record.json', ({ outcome }: { outcome: Record<string, unknown> }) => void (outcome['status'] = 'not-passed')),
    ],
    [
      'a chief who did not sign',
      'hands',
      'signatures',
      ballotOf(({ ballot }) => void (ballot['signatures'] as object[]).pop()),
      'chief teller',
    ],
    [
      'a signature of a stranger',
      'hands',
      'signatures',
      ballotOf(({ ballot }) => void (ballot['signatures'] as object[]).push({ memberId: 'x', role: 'TELLER', chief: false, at: 'now' })),
      'no officer',
    ],
    [
      'a bit of the archive',
      'sealed',
      'archive',
      (evidence) => {
        const bytes = Uint8Array.from(evidence.parts.get('archive.bel') as Uint8Array);
        bytes[bytes.length >> 1]! ^= 1;
        evidence.parts.set('archive.bel', bytes);
      },
    ],
    [
      'an archive of another question',
      'sealed',
      'archive-election',
      (evidence) =>
        evidence.parts.set(
          'archive.bel',
          archiveOf({ ...evidence.ballot, choices: [{ id: 'plan', label: 'Another', memberId: null }] }, arithmetic, 4),
        ),
    ],
    [
      'a right archive of another result',
      'sealed',
      'archive-figures',
      (evidence) => evidence.parts.set('archive.bel', archiveOf(evidence.ballot, arithmetic, 5)),
      'other figures',
    ],
    [
      'an archive of more voters',
      'sealed',
      'archive-figures',
      (evidence) => evidence.parts.set('archive.bel', archiveOf(evidence.ballot, arithmetic, 4, 7)),
      '7 credentials, 6 issued',
    ],
    [
      'a mark on a sheet',
      'paper',
      'sheets-figures',
      (evidence) =>
        evidence.forge(
          'sheets.json',
          ({ sheets }: { sheets: { marks: Record<string, string> }[] }) =>
            void sheets.forEach(({ marks }) => marks['c1'] && (marks['c1'] = 'no')),
        ),
    ],
    [
      'a sheet left out',
      'paper',
      'sheets-figures',
      (evidence) => evidence.forge('sheets.json', ({ sheets }: { sheets: object[] }) => void sheets.shift()),
    ],
    [
      'somebody not electable after all',
      'paper',
      'sheets-figures',
      (evidence) => evidence.forge('sheets.json', (part: { ineligible: string[] }) => void part.ineligible.push('赵三')),
    ],
    [
      'hands that nobody raised',
      'hands',
      'hands-figures',
      ballotOf(({ ballot }) => void (ballot['hands'] = [{ id: 'plan', yes: 6, no: 0, abstain: 0 }])),
    ],
    [
      'rules made easier afterwards',
      'hands',
      'hands-figures',
      ballotOf(({ ballot }) => void (ballot['rules'] = { ...(ballot['rules'] as object), quorum: { num: 1, den: 3, inclusive: true } })),
    ],
    [
      'another reason of a spoiled paper, signed anew',
      'paper',
      'record',
      record(({ papers }) => void ((papers as { reasons: object }).reasons = { illegible: 1 })),
    ],
    [
      'hands of another choice',
      'hands',
      'hands-figures',
      ballotOf(({ ballot }) => void (ballot['hands'] = [{ id: 'other', yes: 5, no: 1, abstain: 0 }])),
    ],
    ['figures that cannot be counted', 'hands', 'record', ballotOf(({ ballot }) => void (ballot['hands'] = null)), 'cannot be counted'],
    [
      'another outcome of the same figures, signed anew',
      'paper',
      'outcome',
      record(({ outcome }) => void ((outcome as { elected: string[] }).elected = ['c2'])),
    ],
    [
      'lots where the count asked for none',
      'paper',
      'lots',
      ballotOf(
        ({ ballot }) =>
          void (ballot['drawings'] = [
            { no: 1, tied: ['c1', 'c2'], seats: 1, contributions: [], drawn: { elected: ['c2'] }, voided: null },
          ]),
      ),
      'left open',
    ],
    ['lots that are none', 'paper', 'lots', ballotOf(({ ballot }) => void (ballot['drawings'] = [7])), 'ballot.json'],
    [
      'resets and sign-ins by another hand taken out',
      'hands',
      'bundle-parts',
      (evidence) => evidence.parts.delete('access.json'),
      'access.json',
    ],
    [
      'a reset behind the opening',
      'sealed',
      'access',
      access(({ resets }) => void (resets[0]!['at'] = '2026-03-02T04:00:00.001Z')),
      'behind the opening',
    ],
    [
      'a reset that its maker confirmed',
      'sealed',
      'access',
      access(({ resets }) => void (resets[0]!['confirmedBy'] = 'secretary')),
      'confirmed',
    ],
    [
      'a sign-in behind the close',
      'hands',
      'access',
      access(({ deskSignIns }) => void (deskSignIns[0]!['at'] = '2026-03-02T04:00:00.001Z')),
      'behind the close',
    ],
    ["a sign-in by one's own hand", 'hands', 'access', access(({ deskSignIns }) => void (deskSignIns[0]!['madeBy'] = 'm3')), 'own hand'],
    ['a sign-in at no time', 'hands', 'part-form', access(({ deskSignIns }) => void (deskSignIns[0]!['at'] = 'noon')), 'not-an-instant'],
    ['a row changed', 'hands', 'audit-chain', rowOf(1, (row) => void (row[3] = 'somebody else'))],
    ['a row of others taken out', 'hands', 'audit-chain', audit(({ links }) => void links.splice(1, 1))],
    [
      'a head of a chain that is shorter than its links',
      'hands',
      'audit-chain',
      (evidence) => evidence.forge('audit-head.json', (head: { rows: number }) => void (head.rows = 17)),
    ],
    [
      'another head at the last link',
      'hands',
      'audit-chain',
      (evidence) => evidence.forge('audit-head.json', (head: { rows: number }) => void (head.rows -= 6)),
    ],
    ['rows exchanged', 'hands', 'audit-chain', audit(({ links }) => void links.reverse())],
    [
      'a row that is none, chained anew',
      'hands',
      'part-form',
      (evidence) => rowOf(1, (row) => void row.pop())(evidence).chainedAnew(),
      'not-a-row',
    ],
    [
      'a row that says nothing readable, chained anew',
      'hands',
      'audit-chain',
      (evidence) => rowOf(1, (row) => void (row[8] = '{'))(evidence).chainedAnew(),
    ],
    [
      'the last row taken out, chained anew',
      'hands',
      'audit-facts',
      (evidence) => audit(({ links }) => void links.pop())(evidence).chainedAnew(),
      'state',
    ],
    [
      'the first row taken out, chained anew',
      'hands',
      'audit-facts',
      (evidence) => audit(({ links }) => void links.splice(0, 2))(evidence).chainedAnew(),
      'beginning',
    ],
    [
      'a row between taken out, chained anew',
      'hands',
      'audit-facts',
      (evidence) => audit(({ links }) => void links.splice(2, 2))(evidence).chainedAnew(),
      'state',
    ],
    [
      'the rows of another ballot, chained anew',
      'hands',
      'audit-facts',
      (evidence) => rowOf(0, (row) => void (row[6] = 'another'))(evidence).chainedAnew(),
      'subject',
    ],
    ['a title that was not adopted', 'hands', 'audit-facts', ballotOf(({ ballot }) => void (ballot['title'] = 'Another vote')), 'title'],
    [
      'an officer whom nobody adopted',
      'hands',
      'audit-facts',
      ballotOf(({ ballot }) => void (ballot['officers'] as object[]).push({ memberId: 't9', role: 'TELLER', chief: false })),
      'officers',
    ],
    [
      'no rows at all',
      'hands',
      'audit-facts',
      (evidence) =>
        audit((part) => void (part.links = part.links.filter((link) => typeof link === 'string').slice(0, 1)))(evidence).chainedAnew(),
      'beginning',
    ],
  ];

  it.each(FORGERIES)('is refused with %s', async (_, channel, check, forge, reason = '') => {
    const evidence = Evidence.of(channel, arithmetic);
    forge(evidence);
    const { status, lines } = await run(await evidence.bytes());
    expect(lines[0]).toMatchObject({ ok: false, check, reason: expect.stringContaining(reason), ballot: null, result: null });
    expect(status).toBe(1);
  });

  it.each<[string, (manifest: Record<string, unknown>) => void, BundleCheck]>([
    ['of another format', (manifest) => void (manifest['format'] = 'x'), 'manifest'],
    ['of another ballot', (manifest) => void (manifest['ballotId'] = 'x'), 'manifest'],
    ['without its list', (manifest) => void (manifest['parts'] = 1), 'manifest'],
    ['with another fingerprint', (manifest) => void (manifest['digest'] = 'x'), 'record-digest'],
    ['that lists another hash', (manifest) => void ((manifest['parts'] as { sha256: string }[])[0]!.sha256 = 'x'), 'part-hash'],
    ['that lists one part too many', (manifest) => void (manifest['parts'] as object[]).push({ name: 'x' }), 'part-hash'],
    ['that lists one part too few', (manifest) => void (manifest['parts'] as object[]).pop(), 'part-hash'],
  ])('is refused with a manifest %s', async (_, change, check) => {
    expect((await run(await Evidence.of('hands', arithmetic).bytes(change))).lines[0]).toMatchObject({ ok: false, check });
  });

  it('is refused without a manifest, and where it is not written as a bundle is', async () => {
    const bytes = await Evidence.of('hands', arithmetic).bytes();
    expect((await run(Buffer.concat([bytes, Buffer.of(0)]))).lines[0]).toMatchObject({ ok: false, check: 'bundle-form' });
    expect((await run(bytes.subarray(0, 100))).lines[0]).toMatchObject({ ok: false, check: 'bundle-form' });
  });

  it('has a forgery here for every check that it names', () => {
    const shown = new Set<string>([...FORGERIES.map(([, , check]) => check), 'manifest', 'part-hash', 'bundle-form']);
    expect(BUNDLE_CHECKS.filter((check) => !shown.has(check))).toEqual([]);
  });
});
