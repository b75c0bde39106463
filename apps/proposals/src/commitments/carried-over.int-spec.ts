import { dayOf } from '@plenum/calendar';
import { unzipSync } from 'fflate';
import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});
afterEach(() => stage.setClock(null));

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS));

/** The ledger of a city council (DOMAIN 2.3): 23 promises carried over, 16 of them done, 7 carried on. */
const [PROMISES, DONE] = [23, 16];

describe('the ledger of a city council', () => {
  it('opens the next session’s report with 23 promises: 16 done (69.6 %), 7 carried on; the same when made again', async () => {
    const { handler, committee } = congress;
    const ids: string[] = [];
    for (const count of [20, PROMISES - 20]) {
      const proposalId = await congress.assigned(callId);
      const promises = Array.from({ length: count }, (_, nth) => ({ promise: `Promise ${nth}.`, due: { kind: 'date', date: dayIn(10) } }));
      const answer = { ...REPLY, resultCategory: 'PLANNED', promises };
      done(await stage.as(handler).decide(`/proposals/${proposalId}/reply`, answer));
      ids.push(...done(await stage.as(handler).get(`/proposals/${proposalId}/commitments`)).items.map(({ id }: { id: string }) => id));
    }
    expect(ids).toHaveLength(PROMISES);
    const decide = async (who: typeof handler, id: string, deed: string, body: object = {}) =>
      done(await stage.as(who).decide(`/commitments/${id}/${deed}`, body));
    for (const id of ids.slice(0, DONE)) {
      await decide(handler, id, 'report', { settlement: 'DONE', text: 'Done.' });
      await decide(committee, id, 'acceptance');
    }
    for (const id of ids.slice(DONE)) await decide(committee, id, 'carrying', { dueOn: dayIn(400), reason: 'To the next session.' });

    const next = await stage.laterSession();
    const cutOff = dayIn(11);
    const report = async (query = `?beforeSessionId=${next}&cutOff=${cutOff}`) =>
      done(await stage.as(committee).get(`/commitments/carry-over${query}`));
    stage.setClock(new Date(Date.now() + 12 * DAY_MS));
    const figures = await report();
    const expected = { made: 23, due: 23, done: 16, explained: 0, carried: 7, open: 0, ahead: 0, aheadDone: 0 };
    expect(figures).toEqual({ ...expected, cutOff, byUnit: [{ ...expected, unit: { id: stage.logistics, name: 'Logistics' } }] });
    expect(((figures.done / figures.due) * 100).toFixed(1)).toBe('69.6');

    // The report on the session that follows begins with them, and is the same file whatever happens afterwards.
    const organiser = await stage.person({ office: 'SECRETARIAT', ofSession: false });
    const at = encodeURIComponent(new Date(Date.now() + 12 * DAY_MS - 1_000).toISOString());
    const document = async () => (await stage.download(organiser, `/reports/report.docx?sessionId=${next}&cutOff=${at}`)).file;
    const issued = await document();
    const said = Buffer.from(unzipSync(issued)['word/document.xml']!)
      .toString('utf8')
      .replaceAll(/<[^>]+>/g, '');
    const rows = [...said.matchAll(/Promise \d+\./g)].map(([words]) => words);
    expect(rows).toHaveLength(PROMISES - DONE);
    expect(said).toContain(`Logistics${dayIn(400)}结转`);
    const opening = '到期 23 项，已落实 16 项，落实率 69.6%（16/23）；说明原因 0 项，结转 7 项，尚未了结 0 项。';
    expect(said).toMatch(new RegExp(`历次会议承诺事项${opening}.*一、征集与审查`));

    await decide(handler, ids[DONE]!, 'report', { settlement: 'DONE', text: 'Done after all.' });
    await decide(committee, ids[DONE]!, 'acceptance');
    expect(await report()).toEqual(figures);
    expect((await document()).equals(issued)).toBe(true);
    expect(await report('')).toMatchObject({ done: 17, carried: 6 });
    // Of the first session nothing was carried over; who neither promised nor oversees sees no figure.
    expect(await report(`?beforeSessionId=${stage.sessionId}`)).toMatchObject({ made: 0, byUnit: [] });
    expect(done(await stage.as(congress.staff).get('/commitments/carry-over'))).toMatchObject({ made: 0 });
    expect((await stage.as(committee).get('/commitments/carry-over?cutOff=2026-02-30')).body).toMatchObject({ status: 400 });
    const other = await stage.elsewhere();
    expect((await stage.as(committee).get(`/commitments/carry-over?beforeSessionId=${other.sessionId}`)).body).toMatchObject({
      type: 'proposals.not-found',
    });
  }, 60_000);
});
