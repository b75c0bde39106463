import { randomUUID } from 'node:crypto';
import { civilDate } from '@plenum/calendar';
import { Directory } from '@plenum/directory';
import { probe } from '@plenum/test-kit';
import { unzipSync } from 'fflate';
import { type Congress, aCongress, CONTENT, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';
import { ImportedMatters } from './imported-matters.js';

let stage: Stage;
let congress: Congress;
let later: string;
let committee: Person;

const AFTER = new Date('2026-09-01T00:00:00Z');
const DURING = new Date('2026-05-31T00:00:00Z');
const HEADER = '编号,案由,案据,建议,提案人,提交日期,承办单位,答复,答复日期,办理结果,承诺,落实期限,落实情况';
const ROWS = [
  '6-1-001,食堂延时开放,晚自习九点结束。,开到十点。,久已离任,2023-03-09,Logistics,五月起开到十点。,2023-05-01,已解决,,,',
  '6-1-002,增设校车站点,站点太远。,增设两站。,Lead Proposer,2023-03-10,Finance,列入明年计划。,2023-05-02,列入计划,增设两个站点,2023-12-31,未落实',
  '6-1-003,更换实验室门锁,门锁老旧。,全部更换。,,,,,,,,,',
];
const WAITING = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%number_counters%'";
const REFUSED = '6-1-004,无名部门的提案,,,,,Nowhere,答复,,,,,';

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  later = await stage.laterSession();
  committee = await stage.person({ office: 'PROPOSALS_COMMITTEE', ofSession: false });
});
beforeEach(() => stage.setClock(AFTER));
afterEach(() => stage.setClock(null));

interface Preview {
  readonly importId: string;
  readonly version: number;
  readonly confirmedAt: string | null;
  readonly summary: Readonly<Record<'new' | 'known' | 'refused', number>>;
  readonly rows: readonly {
    readonly row: number;
    readonly state: string;
    readonly faults: readonly object[];
    readonly values: Readonly<Record<string, string>>;
  }[];
}

const upload = (who: Person | null, rows: readonly string[], sessionId = stage.sessionId, header = HEADER) =>
  uploadFile(who, new Blob([[header, ...rows].join('\n')], { type: 'text/csv' }), sessionId);
const uploadFile = async (who: Person | null, file: Blob, sessionId = stage.sessionId) => {
  const form = new FormData();
  form.append('file', file, 'earlier.csv');
  const answer = await stage.request(who, `/history-imports?sessionId=${sessionId}`, { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as Preview & { type: string; details: object } };
};
const preview = async (rows: readonly string[]): Promise<Preview> => {
  const { status, body } = await upload(committee, rows);
  expect([status, status === 201 ? null : body]).toEqual([201, null]);
  return body;
};
const confirm = (who: Person, { importId, version }: Pick<Preview, 'importId' | 'version'>) =>
  stage.as(who).post(`/history-imports/${importId}/confirmation`, { version });
type Counts = Readonly<Record<'proposals' | 'handlings' | 'commitments' | 'imported' | 'events' | 'facts', number>>;
const counts = async () =>
  (
    await stage.database.query<Counts>(
      `SELECT (SELECT count(*)::int FROM proposals) AS proposals, (SELECT count(*)::int FROM handlings) AS handlings,
        (SELECT count(*)::int FROM commitments) AS commitments, (SELECT count(*)::int FROM imported_matters) AS imported,
        (SELECT count(*)::int FROM outbox) AS events, (SELECT count(*)::int FROM facts) AS facts`,
    )
  )[0]!;
/** The table of matters of the session as the house exports it, as it is. */
const exportedTable = async (format: 'csv' | 'xlsx', language: 'zh' | 'en'): Promise<Blob> => {
  const table = format === 'csv' ? '&table=matters' : '';
  const { file } = await stage.download(committee, `/exports/matters.${format}?sessionId=${stage.sessionId}&language=${language}${table}`);
  return new Blob([new Uint8Array(file)]);
};
const figures = async () => done(await stage.as(committee).get(`/proposals/statistics?sessionId=${later}`));

describe('earlier matters', () => {
  it('are shown row by row, and nothing of them is written before that is confirmed', async () => {
    const before = await counts();
    const shown = await preview([...ROWS, REFUSED]);
    expect(shown).toMatchObject({ confirmedAt: null, version: 1, summary: { new: 3, known: 0, refused: 1 } });
    expect(shown.rows[3]).toMatchObject({ row: 5, state: 'refused', faults: [{ column: 'unit', reason: 'unknown' }] });
    expect(await counts()).toEqual(before);
    expect(done(await stage.as(committee).get(`/history-imports/${shown.importId}`))).toEqual(shown);
  });

  it('are closed matters with their reply and their promises; nobody is told, and no figure of today changes', async () => {
    const [before, figured] = [await counts(), await figures()];
    const shown = await preview([...ROWS, REFUSED]);
    expect(done(await confirm(committee, shown))).toMatchObject({ confirmedAt: expect.any(String), summary: { new: 3, refused: 1 } });
    expect(await counts()).toEqual({
      ...before,
      proposals: before.proposals + 3,
      handlings: before.handlings + 2,
      commitments: before.commitments + 1,
      imported: before.imported + 3,
    });
    expect(await figures()).toEqual(figured);
    const { items } = done(await stage.as(committee).get(`/proposals/register?sessionId=${stage.sessionId}&limit=50`));
    expect(items).toHaveLength(3);
    const whole = done(
      await stage.as(committee).get(`/proposals/${items.find(({ docketNo }: { docketNo: string }) => docketNo === '6-1-002').id}`),
    );
    expect(whole).toMatchObject({
      state: 'CLOSED',
      subject: '增设校车站点',
      leadProposer: { id: congress.lead.id },
      imported: { proposer: null },
      handlings: [
        { leadUnit: { name: 'Finance' }, state: 'ENDED', overdue: false, replies: [{ text: '列入明年计划。', resultCategory: 'PLANNED' }] },
      ],
    });
    // Whoever brought it in did not reply: the unit did, on that day.
    expect(whole.handlings[0].replies[0]).toMatchObject({ by: { id: committee.id }, at: expect.stringMatching(/^2023-05-01T16:00/) });
    const { matters } = done(await stage.as(committee).get(`/exports/matters.json?sessionId=${stage.sessionId}`));
    expect(matters.find(({ docketNo }: { docketNo: string }) => docketNo === '6-1-001')).toMatchObject({
      leadProposer: '久已离任',
      importedAt: expect.any(String),
    });
    expect(done(await stage.as(committee).get(`/commitments?sessionId=${stage.sessionId}`)).items).toMatchObject([
      { promise: '增设两个站点', dueOn: '2023-12-31', state: 'OPEN', overdue: true, unit: { name: 'Finance' } },
    ]);
  });

  it.each([
    ['csv', 'zh'],
    ['csv', 'en'],
    ['xlsx', 'zh'],
    ['xlsx', 'en'],
  ] as const)('are known again in the table that the house exports of them, as it is: .%s in %s', async (format, language) => {
    const { status, body } = await uploadFile(committee, await exportedTable(format, language));
    expect([status, body.summary]).toEqual([201, { new: 0, known: 3, refused: 0 }]);
    const promised = body.rows.find(({ values }) => values['number'] === '6-1-002');
    expect(promised?.values).toMatchObject({
      subject: '增设校车站点',
      grounds: '站点太远。',
      measures: '增设两站。',
      proposer: 'Lead Proposer',
      submittedOn: expect.stringMatching(/^2023-03-10/),
      unit: 'Finance',
      reply: '列入明年计划。',
      repliedOn: expect.stringMatching(/^2023-05-02/),
      promise: '增设两个站点',
      promiseDueOn: '2023-12-31',
    });
    expect(body.rows.find(({ values }) => values['number'] === '6-1-001')?.values).toMatchObject({ proposer: '久已离任' });
  });

  it('are not doubled by the same table, confirmed again or brought in again, nor by two at once', async () => {
    const before = await counts();
    const again = await preview(ROWS);
    expect(again.summary).toEqual({ new: 0, known: 3, refused: 0 });
    done(await confirm(committee, again));
    done(await confirm(committee, again));
    const [one, other] = [await preview(['6-1-010,新增一件,,,,,,,,,,,']), await preview(['6-1-010,新增一件,,,,,,,,,,,'])];
    const answers = await Promise.all([confirm(committee, one), confirm(committee, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      type: 'proposals.history-outdated',
      details: { rows: ['2'] },
    });
    expect(await counts()).toMatchObject({ proposals: before.proposals + 1, imported: before.imported + 1, events: before.events });
  });

  it('are found by words, beside a new text, and by who sits in a later session', async () => {
    const delegate = await stage.person({ seat: 'DELEGATE', sessionId: later });
    const stranger = await stage.person();
    const found = async (who: Person) =>
      done(await stage.as(who).get(`/proposals/register?search=${encodeURIComponent('食堂')}&limit=9`)).items.length;
    expect(await found(delegate)).toBe(1);
    expect(await found(stranger)).toBe(0);
    const similar = await stage.as(delegate).post('/proposals/similar', { subject: '食堂延时开放到十点', text: CONTENT.grounds });
    expect(done(similar).items).toMatchObject([{ docketNo: '6-1-001', resultCategory: 'SOLVED' }]);
  });

  it('count in a report from when they were imported: one that was made before stays the same to the byte', async () => {
    const [before, imported, after] = ['2026-09-10T00:00:00Z', '2026-09-11T00:00:00Z', '2026-09-12T00:00:00Z'];
    const report = async (cutOff: string, name: string, sessionId: string) =>
      (await stage.download(committee, `/reports/${name}?sessionId=${sessionId}&cutOff=${encodeURIComponent(cutOff)}`)).file;
    const reports = (cutOff: string) =>
      Promise.all([
        report(cutOff, 'report.docx', later),
        report(cutOff, 'tables.xlsx', later),
        report(cutOff, 'report.docx', stage.sessionId),
      ]);
    const owed = async (cutOff: string) =>
      done(await stage.as(committee).get(`/commitments/carry-over?beforeSessionId=${later}&cutOff=${cutOff.slice(0, 10)}`));
    const said = (file: Buffer) =>
      Buffer.from(unzipSync(file)['word/document.xml']!)
        .toString('utf8')
        .replaceAll(/<[^>]+>/g, '');
    stage.setClock(imported);
    const [issued, counted] = [await reports(before), await owed(before)];
    done(
      await confirm(
        committee,
        await preview([
          '6-1-020,操场照明,太暗。,加装路灯。,,2023-03-10,Finance,列入计划。,2023-05-02,列入计划,加装路灯十盏,2023-12-31,未落实',
          '6-1-021,图书馆闭馆时间,太早。,延后。,,2023-03-10,Finance,已延后。,2023-05-02,已解决,延后一小时,2023-12-31,已落实',
        ]),
      ),
    );
    stage.setClock(after);
    const again = await reports(before);
    expect(again.map((file, nth) => file.equals(issued[nth]!))).toEqual([true, true, true]);
    expect(await owed(before)).toEqual(counted);
    expect(said(issued[0])).not.toContain('加装路灯十盏');
    expect(said(await report(after, 'report.docx', later))).toMatch(/6-1-020加装路灯十盏Finance2023-12-31/);
    expect(await owed(imported)).toMatchObject({ made: counted.made + 2, done: counted.done + 1, open: counted.open + 1 });
  });

  it('keep their docket numbers: what is filed later under the same session is given the next one', async () => {
    stage.setClock(null);
    const numberOf = async (id: string) => done(await stage.as(committee).get(`/proposals/${id}`)).docketNo;
    const callId = await congress.call();
    const first = await numberOf(await congress.filed(callId));
    const following = (by: number) => first.replace(/\d+$/, (digits: string) => String(Number(digits) + by).padStart(digits.length, '0'));
    done(await confirm(committee, await preview([`${following(1)},早先一件,,,,,,,,,,,`, `${following(2)},早先又一件,,,,,,,,,,,`])));
    expect(await numberOf(await congress.filed(callId))).toBe(following(3));
  });

  it('and one that is filed at the same instant get two numbers, whichever comes first', async () => {
    stage.setClock(null);
    const callId = await congress.call();
    const [before, filed] = [await congress.filed(callId), await congress.submitted(callId)];
    const { docketNo } = done(await stage.as(committee).get(`/proposals/${before}`));
    const following = (by: number) =>
      docketNo.replace(/\d+$/, (digits: string) => String(Number(digits) + by).padStart(digits.length, '0'));
    const { importId, version } = await preview([`${following(1)},早先同号的一件,,,,,,,,,,,`]);
    const matters = stage.get(ImportedMatters);
    const file = () => stage.as(committee).decide(`/proposals/${filed}/review`, { outcome: 'FILED' });
    // Whoever imports has seen that the number is free, and somebody files before it is written.
    const filing = await stage.database.transaction(async (tx) => {
      await matters.lock(tx, stage.sessionId);
      const started = file();
      await probe('the filing waits for its number', async () => (await stage.database.query(WAITING)).length > 0);
      const entry = {
        ...{ number: following(1), subject: '早先同号的一件', grounds: '', measures: '', category: null, track: 'PROPOSAL' as const },
        ...{ proposer: { memberId: null, name: null }, submittedOn: civilDate('2023-03-09'), unitId: null, reply: null, promise: null },
      };
      const request = { actor: { memberId: committee.id, organisationId: stage.organisationId }, action: 'confirm-history' };
      const session = (await stage.get(Directory).session(tx, stage.sessionId))!;
      await matters.write(tx, request, session, { importId, entries: [entry] });
      return { started };
    });
    expect(done(await filing.started)).toMatchObject({ docketNo: following(2) });
    expect((await confirm(committee, { importId, version })).status).toBe(409);
  });

  it('are confirmed on the preview that was read', async () => {
    const shown = await preview(ROWS);
    expect((await confirm(committee, { ...shown, version: 7 })).body).toMatchObject({ status: 409, type: 'proposals.outdated' });
  });

  it("are the committee's to bring in, of a session that is over", async () => {
    const shown = await preview(ROWS);
    for (const who of [congress.lead, congress.handler, congress.staff]) {
      expect(await upload(who, ROWS)).toMatchObject({ status: 403, body: { type: 'proposals.forbidden' } });
      expect((await stage.as(who).get(`/history-imports/${shown.importId}`)).body).toMatchObject({ type: 'proposals.forbidden' });
      expect((await confirm(who, shown)).body).toMatchObject({ type: 'proposals.forbidden' });
    }
    const { person } = await stage.elsewhere();
    const foreigner = await person({ office: 'PROPOSALS_COMMITTEE', ofSession: false });
    expect(await upload(foreigner, ROWS)).toMatchObject({ status: 404 });
    expect((await stage.as(foreigner).get(`/history-imports/${shown.importId}`)).status).toBe(404);
    expect((await confirm(foreigner, shown)).status).toBe(404);
    expect(await upload(null, ROWS)).toMatchObject({ status: 401 });
    expect(await upload(committee, ROWS, randomUUID())).toMatchObject({ status: 404 });
    stage.setClock(DURING);
    expect(await upload(committee, ROWS)).toMatchObject({ status: 422, body: { type: 'proposals.not-an-earlier-session' } });
  });

  it('are a thousand in one table at most', async () => {
    const rows = Array.from({ length: 1_001 }, (_, nth) => `5-1-${nth},第 ${nth} 件,,,,,Logistics,已答复。,,已解决,开到十点,2023-12-31,`);
    const [before, shown] = [await counts(), await preview(rows.slice(1))];
    expect(shown.summary).toEqual({ new: 1_000, known: 0, refused: 0 });
    done(await confirm(committee, shown));
    expect(await counts()).toMatchObject({ imported: before.imported + 1_000, commitments: before.commitments + 1_000 });
    expect(await upload(committee, rows)).toMatchObject({ status: 422, body: { details: { reason: 'too-many-rows' } } });
  }, 240_000); // Two thousand changes, each with its row of audit.

  it.each([
    ['编号,备注', { reason: 'missing-column', column: 'subject' }],
    ['案由,题目,编号', { reason: 'column-twice', column: 'subject', row: 1 }],
    [HEADER, { reason: 'empty' }],
  ])('are refused where the file is no such table: %s', async (header, details) => {
    const rows = header === HEADER ? [] : ['1,2,3'];
    expect(await upload(committee, rows, stage.sessionId, header)).toMatchObject({
      status: 422,
      body: { type: 'proposals.history-unreadable', details },
    });
  });
});
