import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/universal';
import { type Congress, CONTENT, REPLY, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';
import { EXPORT_COLUMNS, EXPORT_TABLES, type ExportTable } from './tables/export-tables.js';

const COMMENT = 'The queue is as long as it was.';
const SECRET = 'A matter of two people';
const FORMULA = '=HYPERLINK("http://example.edu","see")';

let stage: Stage;
let congress: Congress;
let draft: string;
let rated: string;
let closed: string;
let secret: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  const callId = await congress.call();
  draft = await congress.draft(callId, { ...CONTENT, subject: 'Not yet said' });
  rated = await congress.replied(callId);
  done(await step(stage, congress.lead, rated, 'rating', { attitude: 'SATISFIED', result: 'BASICALLY', comment: COMMENT }));
  closed = await congress.replied(callId);
  done(await step(stage, congress.lead, closed, 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' }));
  done(await step(stage, congress.committee, closed, 'ending'));
  secret = await congress.draft(callId, { ...CONTENT, subject: SECRET });
  await stage.database.query(
    `UPDATE proposals SET state = 'FILED', track = 'PROPOSAL', submitted_at = now(), docket_no = $2,
      confidential = jsonb_build_object('reason', NULL, 'by', lead_proposer_id, 'at', now()) WHERE id = $1`,
    [secret, FORMULA],
  );
});

type Exported = Readonly<Record<ExportTable, readonly Readonly<Record<string, unknown>>[]>>;
const path = (format: string, query = '') => `/exports/matters.${format}${query}`;
const exported = async (who: Person, query = ''): Promise<Exported> => done(await stage.as(who).get(path('json', query)));
const idsIn = (rows: Exported[ExportTable]) => [...new Set(rows.map(({ proposalId }) => proposalId))].sort();

describe('an export', () => {
  it('has every column of every table, and the figures of what the reader may read', async () => {
    const all = await exported(congress.committee);
    for (const table of EXPORT_TABLES) {
      for (const row of all[table]) expect(Object.keys(row).sort()).toEqual([...EXPORT_COLUMNS[table]].sort());
    }
    expect(idsIn(all.matters)).toEqual([rated, closed, secret].sort());
    expect(idsIn(all.reviews)).toEqual([rated, closed].sort());
    expect(idsIn(all.ratings)).toEqual([rated, closed].sort());
    expect(all.matters.find(({ proposalId }) => proposalId === closed)).toMatchObject({
      subject: CONTENT.subject,
      grounds: CONTENT.grounds,
      session: 'Session 2',
      leadProposer: 'Lead Proposer',
      seconders: 'Seconder 0; Seconder 1',
      reviewOutcome: 'FILED',
      state: 'CLOSED',
      confidential: false,
    });
    expect(all.handlings.find(({ proposalId }) => proposalId === rated)).toMatchObject({
      unit: 'Logistics',
      assistingUnits: 'Finance',
      state: 'RATED',
      overdue: false,
    });
    expect(all.replies).toContainEqual(expect.objectContaining({ proposalId: rated, text: REPLY.text, by: 'Handler', round: 1 }));
  });

  it('has no draft, not even its own', async () => {
    const own = await exported(congress.lead);
    expect(idsIn(own.matters)).toEqual([rated, closed, secret].sort());
    expect(JSON.stringify(own)).not.toContain('Not yet said');
    expect(idsIn(own.matters)).not.toContain(draft);
  });

  it('has no rating that is kept from the unit, and no step of a review', async () => {
    for (const unit of [congress.handler, congress.assistant]) {
      const theirs = await exported(unit);
      expect(idsIn(theirs.matters)).toEqual([rated, closed].sort());
      expect(idsIn(theirs.ratings)).toEqual([closed]);
      expect(theirs.reviews).toEqual([]);
      expect(JSON.stringify(theirs)).not.toContain(COMMENT);
    }
    expect(idsIn((await exported(congress.lead)).ratings)).toEqual([rated, closed].sort());
  });

  it.each(['json', 'xlsx', 'csv'])('has nothing confidential for who has no need: %s', async (format) => {
    const query = format === 'csv' ? '?table=matters' : '';
    const observer = await stage.person({ office: 'OBSERVER' });
    for (const who of [congress.seconders[2]!, congress.handler, observer]) {
      const { status, file } = await stage.download(who, path(format, query));
      expect(status).toBe(200);
      const text = format === 'xlsx' ? JSON.stringify(await readSheet(new Uint8Array(file).buffer, 1)) : file.toString('utf8');
      expect(text).toContain(CONTENT.subject);
      expect(text).not.toContain(SECRET);
    }
  });

  it('is empty for who sits nowhere, and for another organisation', async () => {
    for (const who of [congress.staff, (await stage.elsewhere()).person]) {
      const person = typeof who === 'function' ? await who({ office: 'PROPOSALS_COMMITTEE' }) : who;
      for (const table of EXPORT_TABLES) expect((await exported(person))[table]).toEqual([]);
    }
  });

  it('is a workbook with a sheet a table, in either language', async () => {
    const zh = await stage.download(congress.committee, path('xlsx'));
    const en = await stage.download(congress.committee, path('xlsx', '?language=en'));
    for (const [{ file }, heads] of [
      [zh, ['系统编号', '案号', '案由']],
      [en, ['ID', 'Docket no.', 'Subject']],
    ] as const) {
      for (let sheet = 1; sheet <= EXPORT_TABLES.length; sheet += 1) {
        const [head = []] = await readSheet(new Uint8Array(file).buffer, sheet);
        expect(head.slice(0, 3)).toEqual(heads);
        expect(head).toHaveLength(EXPORT_COLUMNS[EXPORT_TABLES[sheet - 1]!].length);
      }
    }
  });

  it('is a table of words without a formula', async () => {
    const { file } = await stage.download(congress.committee, path('csv', '?table=matters&language=en'));
    const text = file.toString('utf8');
    expect(text.startsWith('\uFEFFID,Docket no.,Subject')).toBe(true);
    expect(text).toContain(`,"'=HYPERLINK(""http://example.edu"",""see"")",${SECRET}`);
    expect(text).toContain('Closed');
    expect(text.split('\r\n')).toHaveLength(5);
  });

  it('is of one session where one is named', async () => {
    const later = await stage.laterSession();
    expect((await exported(congress.committee, `?sessionId=${later}`)).matters).toEqual([]);
    expect((await exported(congress.committee, `?sessionId=${stage.sessionId}`)).matters).toHaveLength(3);
    const { sessionId } = await stage.elsewhere();
    for (const id of [sessionId, randomUUID()])
      expect((await stage.as(congress.committee).get(path('json', `?sessionId=${id}`))).body).toMatchObject({
        type: 'proposals.not-found',
      });
  });

  it.each(['?table=secrets', '', '?table=matters&language=fr', '?table=matters&sessionId=7'])(
    'is refused for what is no table: %j',
    async (query) => {
      expect((await stage.as(congress.committee).get(path('csv', query))).body).toMatchObject({ status: 400 });
    },
  );
});
