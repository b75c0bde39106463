import { civilDate, plusDays, WorkingCalendar } from '@plenum/calendar';
import { STATUS_WORD_NAMES } from '@plenum/proposals-domain';
import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;
let ofBoth: Person;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call({ replyDue: { kind: 'working-days', n: 15 } });
  ofBoth = await stage.person({ office: 'PROPOSALS_COMMITTEE', name: 'Of both' });
  const office = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.logistics });
  await stage.database.query('UPDATE directory_offices SET member_id = $1 WHERE member_id = $2', [ofBoth.id, office.id]);
});
afterEach(() => stage.setClock(null));

const list = async (who: Person, query: string): Promise<readonly { id: string; words: string[] }[]> =>
  done(await stage.as(who).get(`/proposals?pageSize=200&${query}`)).items;
const wordsOf = async (id: string, who = congress.committee, scope = 'board') =>
  (await list(who, `scope=${scope}`)).find((row) => row.id === id)?.words;
const found = async (word: string, who = congress.committee, scope = 'board') =>
  (await list(who, `scope=${scope}&word=${word}`)).map(({ id }) => id);

async function ask(id: string, kind: string, body: object = {}): Promise<void> {
  const { id: handlingId, version } = done(await stage.as(congress.handler).get(`/proposals/${id}`)).handlings[0];
  const path = `/proposals/${id}/handlings/${handlingId}/requests`;
  done(await stage.as(congress.handler).post(path, { kind, reason: 'It takes longer.', version, ...body }));
}

/** Whom each word is told: the filter finds what the rows say, to the word, for everybody who reads a list. */
async function agree(): Promise<number> {
  let told = 0;
  const { committee, handler, assistant, lead, seconders } = congress;
  for (const [who, scope] of [
    [committee, 'board'],
    [ofBoth, 'board'],
    [seconders[2]!, 'board'],
    [handler, 'unit'],
    [assistant, 'unit'],
    [lead, 'mine'],
  ] as const) {
    const rows = await list(who, `scope=${scope}`);
    for (const word of STATUS_WORD_NAMES) {
      const said = rows.filter(({ words }) => words.includes(word)).map(({ id }) => id);
      expect([who.id, word, [...(await found(word, who, scope))].sort()]).toEqual([who.id, word, [...said].sort()]);
      told += said.length;
    }
  }
  return told;
}

describe('what a matter waits for', () => {
  it('is told with its row, and found by it: review, assignment, acknowledgement', async () => {
    const [submitted, filed, assigned] = [await congress.submitted(callId), await congress.filed(callId), await congress.assigned(callId)];
    expect(await wordsOf(submitted)).toEqual(['TO_REVIEW']);
    expect(await wordsOf(filed)).toEqual(['TO_ASSIGN']);
    expect(await wordsOf(filed, congress.seconders[2])).toEqual(['TO_ASSIGN']);
    expect(await wordsOf(assigned, congress.handler, 'unit')).toEqual(['TO_ACKNOWLEDGE']);
    expect(await found('TO_ASSIGN')).toContain(filed);
    expect(await found('TO_ASSIGN')).not.toContain(assigned);
  });

  it('is told the committee and its units where they ask, nobody else', async () => {
    const id = await congress.assigned(callId);
    const { dueOn } = done(await stage.as(congress.handler).get(`/proposals/${id}`)).handlings[0];
    await ask(id, 'extension', { wish: { dueOn: nextWeek(dueOn) } });
    await ask(id, 'assisting-opinion', { wish: { round: 1 } });
    const asked = ['TO_ACKNOWLEDGE', 'EXTENSION_UNDECIDED', 'NO_ASSISTING_OPINION'];
    expect(await wordsOf(id)).toEqual(asked);
    expect(await wordsOf(id, congress.handler, 'unit')).toEqual(asked);
    expect(await wordsOf(id, congress.assistant, 'unit')).toEqual(asked);
    for (const [who, scope] of [
      [congress.seconders[2]!, 'board'],
      [congress.lead, 'mine'],
    ] as const) {
      expect(await wordsOf(id, who, scope)).toEqual(['TO_ACKNOWLEDGE']);
      expect(await found('EXTENSION_UNDECIDED', who, scope)).toEqual([]);
    }
  });

  it('tells of a draft nobody who proposes the matter: not of the unit, not on the committee either', async () => {
    const id = await congress.assigned(callId);
    await ask(id, 'assisting-opinion', { wish: { round: 1 } });
    expect(await wordsOf(id, ofBoth)).toEqual(['TO_ACKNOWLEDGE', 'NO_ASSISTING_OPINION']);
    await stage.database.query('UPDATE proposals SET lead_proposer_id = $2 WHERE id = $1', [id, ofBoth.id]);
    for (const scope of ['board', 'unit', 'mine']) {
      expect(await wordsOf(id, ofBoth, scope)).toEqual(['TO_ACKNOWLEDGE']);
      expect(await found('NO_ASSISTING_OPINION', ofBoth, scope)).not.toContain(id);
    }
    expect(await found('NO_ASSISTING_OPINION')).toContain(id);
  });

  it('is never told a unit of a rating: not in its list, not by the filter, not to who sits on the committee, too', async () => {
    const id = await congress.replied(callId);
    expect(await wordsOf(id)).toEqual(['NOT_RATED']);
    expect(await found('NOT_RATED')).toContain(id);
    for (const [who, scope] of [
      [congress.handler, 'unit'],
      [congress.assistant, 'unit'],
      [ofBoth, 'board'],
      [congress.seconders[2]!, 'board'],
    ] as const) {
      expect(await wordsOf(id, who, scope)).toEqual([]);
      expect(await found('NOT_RATED', who, scope)).toEqual([]);
    }
  });

  it('is told as late from the day after its last one', async () => {
    const id = await congress.assigned(callId);
    const { dueOn } = done(await stage.as(congress.committee).get(`/proposals/${id}`)).handlings[0];
    stage.setClock(`${dueOn}T15:59:59Z`);
    expect(await found('OVERDUE')).not.toContain(id);
    expect(await wordsOf(id)).toEqual(['DUE_SOON', 'TO_ACKNOWLEDGE']);
    expect(await found('DUE_SOON', congress.handler, 'unit')).toContain(id);
    stage.setClock(`${dueOn}T16:00:00Z`);
    expect(await wordsOf(id)).toEqual(['OVERDUE', 'TO_ACKNOWLEDGE']);
    expect(await found('OVERDUE', congress.handler, 'unit')).toContain(id);
  });

  it('is due soon from its first reminder, by working days, and not before; a day that moves takes it along', async () => {
    const id = await congress.assigned(callId);
    const isSoonFrom = async (day: string): Promise<void> => {
      const begins = Date.parse(`${day}T00:00:00+08:00`);
      stage.setClock(new Date(begins - 1000).toISOString());
      expect(await wordsOf(id)).toEqual(['TO_ACKNOWLEDGE']);
      expect(await found('DUE_SOON')).not.toContain(id);
      stage.setClock(new Date(begins).toISOString());
      expect(await wordsOf(id)).toEqual(['DUE_SOON', 'TO_ACKNOWLEDGE']);
      expect(await agree()).toBeGreaterThan(0);
      stage.setClock(null);
    };
    const { dueOn } = done(await stage.as(congress.committee).get(`/proposals/${id}`)).handlings[0];
    await isSoonFrom(workingDaysBefore(5, dueOn)); // The fifteenth before it is the day on which it began.
    const later = nextWeek(nextWeek(dueOn));
    await ask(id, 'extension', { wish: { dueOn: later } });
    const [{ id: requestId, version }] = done(await stage.as(congress.committee).get(`/proposals/${id}/requests`)).items;
    done(
      await stage
        .as(congress.committee)
        .post(`/proposals/${id}/requests/${requestId}/answer`, { outcome: 'GRANTED', terms: { dueOn: later }, version }),
    );
    await isSoonFrom(workingDaysBefore(15, later));
  });

  it('is found by the same words as it is told, for everybody', async () => {
    const replied = await congress.replied(callId);
    done(await stage.as(congress.lead).decide(`/proposals/${replied}/rating`, { attitude: 'SATISFIED', result: 'SATISFIED' }));
    expect(await wordsOf(replied)).toEqual(['TO_END']);
    expect(await agree()).toBeGreaterThan(20);
  });

  it.each(['word=LATE', 'word=', 'word=OVERDUE,TO_END'])('refuses %s', async (query) => {
    expect((await stage.as(congress.committee).get(`/proposals?scope=board&${query}`)).body).toMatchObject({
      type: 'malformed',
      status: 400,
    });
  });
});

const DAY_MS = 86_400_000;
function workingDaysBefore(days: number, day: string): string {
  const calendar = new WorkingCalendar();
  let date = civilDate(day);
  for (let left = days; left > 0; left -= Number(calendar.isWorkingDay(date))) date = plusDays(date, -1);
  return date;
}
const nextWeek = (day: string): string => new Date(Date.parse(day) + 7 * DAY_MS).toISOString().slice(0, 10);
