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

/** What is written in a document. */
const textOf = (file: Buffer): string =>
  Buffer.from(unzipSync(file)['word/document.xml']!)
    .toString('utf8')
    .replaceAll(/<[^>]+>/g, '');

describe('the ledger of a city council', () => {
  it('opens the next session’s report with 23 promises: 16 done (69.6 %), 7 carried on; the same when made again', async () => {
    const { handler, committee } = congress;
    const ids: string[] = [];
    let secret = '';
    for (const count of [20, PROMISES - 20]) {
      const proposalId = await congress.assigned(callId);
      secret = proposalId;
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
    const path = `/reports/report.docx?sessionId=${next}&cutOff=${encodeURIComponent(`${dayIn(12)}T00:00:00+08:00`)}`;
    const opening = async () => (await stage.download(committee, path)).file;
    const first = await opening();
    const text = textOf(first);
    expect(text).toContain(
      '往次会议的答复共承诺 23 项，到期 23 项：已落实 16 项，落实率 69.6%（16/23）；已说明无法落实 0 项，转入下一年度 7 项',
    );
    expect(text.indexOf('往次会议的承诺事项')).toBeLessThan(text.indexOf('一、征集与审查'));
    expect(text.match(/Promise \d+\./g)).toHaveLength(PROMISES - DONE);
    expect(text.match(new RegExp(dayIn(400), 'g'))).toHaveLength(PROMISES - DONE);

    await decide(handler, ids[DONE]!, 'report', { settlement: 'DONE', text: 'Done after all.' });
    await decide(committee, ids[DONE]!, 'acceptance');
    await stage.database.query("UPDATE directory_units SET name = 'Estates' WHERE id = $1", [stage.logistics]);
    expect(await report()).toEqual({ ...figures, byUnit: [expect.objectContaining({ unit: { id: stage.logistics, name: 'Estates' } })] });
    expect(first.equals(await opening())).toBe(true);
    const reason = 'Reprisals were named.';
    const { version } = done(await stage.as(committee).get(`/proposals/${secret}`));
    done(await stage.as(committee).put(`/proposals/${secret}/confidentiality`, { isConfidential: true, reason, version }));
    const withheld = textOf(await opening());
    expect(withheld.match(/Promise \d+\./g)).toHaveLength(PROMISES - DONE - 3);
    expect(withheld.match(/保密/g)).toHaveLength(3);
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
