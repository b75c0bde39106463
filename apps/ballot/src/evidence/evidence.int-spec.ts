import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@plenum/ballot-domain';
import { readBundle, withManifest, writeBundle } from '@plenum/ballot-verification';
import { textOfDocx } from '../documents/testing/docx-text.js';
import { KeepAccountReset, KeepSessionAnnouncement } from '../issuing/accounts/account-resets.reactions.js';
import { KeepDeskSignIn } from '../issuing/accounts/desk-sign-ins.reaction.js';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';
import { SEALED_ELECTION_RULES, SealedVote } from '../testing/sealed-steps.js';

const VERIFIER = join(__dirname, '../../../verifier');
const BUILD_TIMEOUT_MS = 120_000;
jest.setTimeout(120_000); // Papers with four proofs a candidate, in one thread.

describe('the evidence of a ballot', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let folder: string;
  beforeAll(() => {
    house = theHouse();
    folder = mkdtempSync(join(tmpdir(), 'plenum-evidence-'));
    execFileSync('npx', ['tsc', '-b', 'tsconfig.lib.json'], { cwd: VERIFIER });
  }, BUILD_TIMEOUT_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  const fetched = async (ballotId: string, as: Person): Promise<Buffer> => {
    const answer = await house.download(`/ballots/${ballotId}/evidence`, as);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${ballotId}.zip"`,
    });
    return answer.body as Buffer;
  };
  const verify = (name: string, bytes: Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(VERIFIER, 'dist/main.js'), 'verify', file], { encoding: 'utf8' });
    return { status, stderr, line: JSON.parse(stdout.trim() || 'null') as Record<string, unknown> };
  };
  const textsOf = (bytes: Uint8Array): Record<string, string> => {
    const reading = readBundle(bytes);
    if (!reading.ok) throw new Error(reading.reason);
    return Object.fromEntries([...reading.parts].map(([name, content]) => [name, Buffer.from(content).toString('utf8')]));
  };

  const tallySheetOf = (bytes: Uint8Array): string => {
    const reading = readBundle(bytes);
    return textOfDocx((reading.ok && reading.parts.get('tally-sheet.docx')) || new Uint8Array());
  };

  it('of an election on paper is accepted offline, says nothing of persons beside papers, and is the same file each time', async () => {
    const meeting = await Meeting.of(house);
    const {
      tellers: [first, second],
      scrutineers: [chief, other],
      organiser,
    } = meeting;
    const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(5);
    const sheets = [
      { no: 1, marks: { c1: 'yes' } },
      { no: 2, marks: { c1: 'yes' } },
      { no: 3, marks: {}, writeIns: ['Zhao'] },
      { no: 4, marks: { c1: 'yes', c2: 'yes' } },
      { no: 5, marks: { c1: 'yes' }, doubt: { reason: 'noSeal' } },
    ];
    for (const teller of [first, second]) await election.enter(teller, sheets);
    for (const scrutineer of [chief, other])
      await election.accepted(scrutineer, 'rulings', { no: 5, verdict: 'invalid', reason: 'noSeal' });
    for (const [officer, step] of [
      [first, 'name-matches'],
      [chief, 'name-confirmations'],
    ] as const)
      await election.accepted(officer, step, { name: 'Zhao', canonical: '赵三', eligible: false });
    await election.accepted(organiser, 'count', {});
    expect(await election.get(first, '/evidence')).toMatchObject({ status: 409, body: { type: 'ballot.signatures-missing' } });
    for (const officer of [first, chief]) await election.accepted(officer, 'signatures', {});
    const bytes = await fetched(election.id, first);
    const { digest } = (await election.get(first, '/result')).body as { digest: string };
    expect(verify('paper.zip', bytes)).toMatchObject({
      status: 0,
      stderr: '',
      line: {
        ok: true,
        fingerprint: null,
        state: null,
        ballot: { id: election.id, kind: 'election', channel: 'paper', status: 'decided', digest, signatures: 2 },
      },
    });
    const parts = textsOf(bytes);
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining([
        'ballot.json',
        'record.json',
        'sheets.json',
        'audit.json',
        'audit-head.json',
        'tally-sheet.docx',
        'tally-sheet.pdf',
        'result-notice.docx',
        'result-notice.pdf',
        'manifest.json',
      ]),
    );
    expect(parts['sheets.json']).toContain('赵三');
    for (const person of [...meeting.delegates, ...meeting.tellers, ...meeting.scrutineers])
      expect(parts['sheets.json']).not.toContain(person.id);
    for (const delegate of meeting.delegates) expect(Object.values(parts).join('')).not.toContain(delegate.id);
    expect(await fetched(election.id, organiser)).toEqual(bytes);
  });

  it('of a vote by hands, and of one that a gate ended, is accepted as well', async () => {
    const meeting = await Meeting.of(house);
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).signed();
    expect(verify('hands.zip', await fetched(plan.id, meeting.organiser))).toMatchObject({
      status: 0,
      line: { ok: true, ballot: { channel: 'hands', status: 'passed' } },
    });
    const stuffed = await (await BallotSteps.draft(house, meeting, 'election')).closed(7);
    await stuffed.accepted(meeting.organiser, 'count', {});
    for (const officer of [meeting.tellers[0], meeting.scrutineers[0]]) await stuffed.accepted(officer, 'signatures', {});
    expect(verify('void.zip', await fetched(stuffed.id, meeting.organiser))).toMatchObject({
      status: 0,
      line: { ok: true, ballot: { status: 'void' } },
    });
  });

  it('tells whom another hand signed in, late or not, and whose: officers before the opening, and everybody in a part of its own and in the tally sheet', async () => {
    const meeting = await Meeting.of(house);
    const [late, early, own, behind] = meeting.delegates as [Person, Person, Person, Person];
    const secretary = meeting.organiser;
    const arrives = async (person: Person, told: { by: string; late: boolean; at: string }) => {
      const data = {
        organisationId: person.organisationId,
        sessionId: meeting.sessionId,
        memberId: person.id,
        present: true,
        presentCount: 1,
        entitled: 6,
        ...told,
      };
      const heard = {
        id: randomUUID(),
        name: 'congress.attendance-changed.v2' as const,
        aggregateId: meeting.sessionId,
        version: 1,
        traceId: null,
        occurredAt: told.at,
        data,
      };
      await house.database.transaction((tx) => house.app.get(KeepDeskSignIn).react(heard, tx));
    };
    await arrives(early, { by: secretary.id, late: false, at: '2026-03-02T00:50:00.000Z' });
    await arrives(late, { by: secretary.id, late: true, at: '2026-03-02T02:00:00.000Z' });
    await arrives(own, { by: own.id, late: true, at: '2026-03-02T02:00:00.000Z' });
    await arrives(behind, { by: secretary.id, late: true, at: '2126-03-02T02:00:00.000Z' });
    const { id: coming } = await (await BallotSteps.draft(house, meeting, 'resolution')).named();
    const list = (as: Person) => house.send('get', `/ballots/${coming}/desk-sign-ins`, as);
    const told = (await list(meeting.scrutineers[1])).body as { items: { member: Person; madeBy: Person; late: boolean }[] };
    expect(told.items.map(({ member, madeBy, late: isLate }) => [member.id, madeBy.id, isLate])).toEqual([
      [early.id, secretary.id, false],
      [late.id, secretary.id, true],
      [behind.id, secretary.id, true],
    ]);
    expect(await list(early)).toMatchObject({ status: 403, body: { type: 'ballot.not-an-officer' } });

    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).signed();
    const bytes = await fetched(plan.id, meeting.organiser);
    expect(JSON.parse(textsOf(bytes)['access.json'] ?? '')).toMatchObject({
      resets: [],
      deskSignIns: [
        { memberId: early.id, madeBy: secretary.id, late: false, at: '2026-03-02T00:50:00.000Z' },
        { memberId: late.id, madeBy: secretary.id, late: true, at: '2026-03-02T02:00:00.000Z' },
      ],
      names: { [secretary.id]: expect.any(String) },
    });
    expect(verify('by-desk.zip', bytes)).toMatchObject({ status: 0, line: { ok: true, ballot: { signedInByDesk: 2, lateByDesk: 1 } } });
    const text = tallySheetOf(bytes);
    expect(text).toContain('由他人代为签到的代表：2 人。');
    expect(text).toContain('代签人');
  });

  it('of a sealed vote tells whose account was reset, by whom and who confirmed the person, in a part of its own and in the tally sheet', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const {
      organiser,
      scrutineers: [scrutineer],
      organisationId,
      sessionId,
    } = meeting;
    const [again, first, before] = meeting.delegates as [Person, Person, Person];
    const hear = (reaction: KeepAccountReset | KeepSessionAnnouncement, occurredAt: string, data: object) =>
      house.database.transaction((tx) =>
        reaction.react(
          { id: randomUUID(), name: reaction.hears, aggregateId: sessionId, version: 1, traceId: null, occurredAt, data } as never,
          tx,
        ),
      );
    const reset = ({ id }: Person, at: string, isFirst: boolean) =>
      hear(house.app.get(KeepAccountReset), at, { organisationId, memberId: id, madeBy: organiser.id, isFirst, at });
    await hear(house.app.get(KeepSessionAnnouncement), '2026-01-10T00:00:00.000Z', { sessionId });
    await reset(again, '2026-02-01T00:00:00.000Z', false);
    await reset(first, '2026-02-02T00:00:00.000Z', true);
    await reset(before, '2026-01-09T00:00:00.000Z', false);
    const vote = await SealedVote.named(house, meeting, 'resolution');
    await vote.accepted(scrutineer, `account-resets/${again.id}/confirmation`);
    await vote.opened();
    await reset(before, '2126-02-01T00:00:00.000Z', false); // Behind the opening nobody gets a paper by it.
    for (const voter of meeting.delegates) await vote.vote(voter, [[1, 0, 0]]);
    await vote.accepted(organiser, 'closing', {});
    for (const each of vote.scrutineers) await vote.share(each);
    await vote.accepted(organiser, 'count', {});
    for (const officer of [meeting.tellers[0], scrutineer]) await vote.accepted(officer, 'signatures', {});

    const bytes = await fetched(vote.id, organiser);
    const access = JSON.parse(textsOf(bytes)['access.json'] ?? '') as { resets: object[]; names: Record<string, string> };
    expect(access.resets).toHaveLength(2);
    expect(access.resets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          memberId: again.id,
          madeBy: organiser.id,
          isFirst: false,
          confirmedBy: scrutineer.id,
          at: '2026-02-01T00:00:00.000Z',
        }),
        expect.objectContaining({
          memberId: first.id,
          madeBy: organiser.id,
          isFirst: true,
          confirmedBy: null,
          at: '2026-02-02T00:00:00.000Z',
        }),
      ]),
    );
    expect(verify('resets.zip', bytes)).toMatchObject({ status: 0, line: { ok: true, ballot: { resets: 1, firstPasswords: 1 } } });
    const { names } = access;
    const text = tallySheetOf(bytes);
    expect(text).toContain(
      `会议通知后凭登录码重设密码的账号：${names[again.id]}（发码人：${names[organiser.id]}；核实人：${names[scrutineer.id]}）。`,
    );
    expect(text).toContain(`会议通知后首次设定密码的账号：1 个（发码人：${names[organiser.id]} 1 个）。`);
    expect(text).not.toContain(names[before.id] ?? before.id.slice(0, 4));
  });

  it('of a sealed vote has its archive, whose result is what was signed', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const vote = await (await SealedVote.named(house, meeting, 'resolution')).opened();
    const marks = [[[1, 0, 0]], [[1, 0, 0]], [[0, 1, 0]]];
    for (const [nth, voter] of meeting.delegates.entries()) await vote.vote(voter, marks[nth] as number[][]);
    await vote.accepted(meeting.organiser, 'closing', {});
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    await vote.accepted(meeting.organiser, 'count', {});
    for (const officer of [meeting.tellers[0], meeting.scrutineers[0]]) await vote.accepted(officer, 'signatures', {});
    expect(verify('sealed.zip', await fetched(vote.id, meeting.organiser))).toMatchObject({
      status: 0,
      line: { ok: true, state: 'decided', voters: 3, counted: 3, result: [[2, 1, 0]], ballot: { channel: 'sealed', status: 'passed' } },
    });
  });

  it('of three-way marks has the log of their proofs, and is refused without it or with a line less', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const rules = { ...SEALED_ELECTION_RULES, procedure: { sealedMarks: 'three-way' } };
    const vote = await (await SealedVote.named(house, meeting, 'election', rules)).opened();
    for (const voter of meeting.delegates) {
      const { text, marks } = await vote.sealMarks(voter, ['approve', 'approve', 'against']);
      expect((await vote.cast(voter, text, house, marks)).status).toBe(200);
    }
    await vote.accepted(meeting.organiser, 'closing', {});
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    await vote.accepted(meeting.organiser, 'count', {});
    for (const officer of [meeting.tellers[0], meeting.scrutineers[0]]) await vote.accepted(officer, 'signatures', {});
    const bytes = await fetched(vote.id, meeting.organiser);
    expect(verify('marks.zip', bytes)).toMatchObject({
      status: 0,
      line: {
        ok: true,
        counted: 3,
        result: [
          [3, 3, 0],
          [0, 0, 3],
        ],
      },
    });
    expect(JSON.parse(textsOf(bytes)['verifiers.json'] ?? '')).toEqual([
      { verifier: 'belenios-tool', version: expect.any(String), verdict: 'accepted' },
      { verifier: 'plenum-verify', version: '1', verdict: 'accepted' },
    ]);
    const without = async (name: string, content?: Buffer) => {
      const reading = readBundle(bytes);
      if (!reading.ok) throw new Error(reading.reason);
      const parts = [...reading.parts]
        .filter(([part]) => part !== 'manifest.json')
        .flatMap(([part, whole]) =>
          part !== name ? [{ name: part, content: [whole] }] : content ? [{ name: part, content: [content] }] : [],
        );
      const manifest = JSON.parse(Buffer.from(reading.parts.get('manifest.json') ?? []).toString()) as object;
      const chunks: Uint8Array[] = [];
      for await (const chunk of writeBundle(withManifest(parts, (listed) => canonicalJson({ ...manifest, parts: listed }))))
        chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    expect(verify('no-log.zip', await without('sidecar.log'))).toMatchObject({ status: 1, line: { ok: false, check: 'bundle-parts' } });
    const log = await vote.file(meeting.organiser, 'sidecar');
    const cut = log.subarray(0, log.lastIndexOf('\n', log.length - 2) + 1);
    expect(verify('cut-log.zip', await without('sidecar.log', cut))).toMatchObject({
      status: 1,
      line: { ok: false, check: 'archive', reason: expect.stringContaining('sidecar-paper') },
    });
  });

  it('is for organisers and officers alone, also when the result is public: papers as they were filled in are in it', async () => {
    const meeting = await Meeting.of(house);
    const other = await Meeting.of(house);
    const plan = await (await BallotSteps.draft(house, meeting, 'resolution')).published();
    expect(await plan.get(meeting.delegates[0] ?? null, '/evidence')).toMatchObject({
      status: 403,
      body: { type: 'ballot.not-an-officer' },
    });
    expect(await plan.get(other.organiser, '/evidence')).toMatchObject({ status: 404, body: { type: 'ballot.not-found' } });
    expect((await plan.get(null, '/evidence')).status).toBe(401);
    expect(verify('published.zip', await fetched(plan.id, meeting.scrutineers[1]))).toMatchObject({ status: 0 });
  });
});
