import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;
let ofBoth: Person;
let observer: Person;

interface Owed {
  readonly proposalId: string;
  readonly matter: string;
  readonly request: string | null;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly subject: string;
}

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  const soon = { replyDue: { kind: 'working-days', n: 15 }, feedbackDue: { kind: 'days', n: 10 } };
  callId = await congress.call({ ...soon, contactWithin: null });
  [ofBoth, observer] = await Promise.all([
    stage.person({ office: 'PROPOSALS_COMMITTEE', name: 'Of both' }),
    stage.person({ office: 'OBSERVER', name: 'Observer' }),
  ]);
  const office = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.logistics });
  await stage.database.query('UPDATE directory_offices SET member_id = $1 WHERE member_id = $2', [ofBoth.id, office.id]);
});
afterEach(() => stage.setClock(null));

const asked = (who: Person, query: string) => stage.as(who).get(`/deadlines?${query}`);
const from = async (who: Person, day: string, scope = 'board', more = '') =>
  done(await asked(who, `scope=${scope}&from=${day}&days=42${more}`));
const of = (id: string, items: readonly Owed[]): readonly Owed[] => items.filter(({ proposalId }) => proposalId === id);
const matters = (id: string, items: readonly Owed[]): readonly string[] => of(id, items).map(({ matter, request }) => request ?? matter);
const work = async (id: string) => done(await stage.as(congress.committee).get(`/proposals/${id}`)).handlings[0];

async function ask(id: string, kind: string, body: object): Promise<void> {
  const { id: handlingId, version } = await work(id);
  const path = `/proposals/${id}/handlings/${handlingId}/requests`;
  done(await stage.as(congress.handler).post(path, { kind, reason: 'What is meant?', version, ...body }));
}

describe('the calendar of deadlines', () => {
  it('has what is owed on its day, for the committee, those who oversee and the unit, with the unit that owes it', async () => {
    const id = await congress.assigned(callId);
    const { dueOn } = await work(id);
    for (const [who, scope] of [
      [congress.committee, 'board'],
      [observer, 'board'],
      [congress.handler, 'unit'],
    ] as const) {
      const { items, overdue } = await from(who, dueOn, scope);
      expect(of(id, items)).toEqual([
        expect.objectContaining({
          matter: 'reply',
          dueOn,
          overdue: false,
          isStopped: false,
          unit: { id: stage.logistics, name: 'Logistics' },
        }),
      ]);
      expect(of(id, overdue)).toEqual([]);
    }
    expect(of(id, (await from(congress.assistant, dueOn, 'unit')).items)).toEqual([]);
    expect(of(id, (await from(congress.committee, dueOn, 'board', `&unitId=${stage.finance}`)).items)).toEqual([]);
    expect(of(id, (await from(congress.committee, dueOn, 'board', `&unitId=${stage.logistics}`)).items)).toHaveLength(1);
  });

  it('tells what is late whatever stretch is looked at, from the day after', async () => {
    const id = await congress.assigned(callId);
    const { dueOn } = await work(id);
    stage.setClock(`${dueOn}T15:59:59Z`);
    expect(of(id, (await from(congress.committee, '2020-01-01')).overdue)).toEqual([]);
    stage.setClock(`${dueOn}T16:00:00Z`);
    const { today, overdue } = await from(congress.committee, '2020-01-01');
    expect(today > dueOn).toBe(true);
    expect(of(id, overdue)).toMatchObject([{ matter: 'reply', overdue: true }]);
  });

  it('marks what stands, and is not late then; the question is told the unit and the committee only', async () => {
    const id = await congress.assigned(callId);
    const { dueOn } = await work(id);
    await ask(id, 'clarification', {});
    const { items } = await from(congress.committee, dueOn);
    expect(of(id, items).find(({ matter }) => matter === 'reply')).toMatchObject({ isStopped: true, overdue: false });
    const [{ due_on: answerBy }] = (await stage.database.query('SELECT due_on FROM requests WHERE proposal_id = $1', [id])) as [
      { due_on: string },
    ];
    expect(matters(id, (await from(congress.committee, answerBy)).items)).toContain('clarification');
    expect(matters(id, (await from(congress.handler, answerBy, 'unit')).items)).toContain('clarification');
    expect(matters(id, (await from(observer, answerBy)).items)).not.toContain('clarification');
    stage.setClock(`${dueOn}T16:00:00Z`);
    expect(matters(id, (await from(congress.committee, dueOn)).overdue)).not.toContain('reply');
  });

  it('tells of what is asked about a draft nobody who proposes the matter: not of the unit, not on the committee either', async () => {
    const id = await congress.assigned(callId);
    await ask(id, 'assisting-opinion', { wish: { round: 1 } });
    const [{ due_on: giveBy }] = (await stage.database.query('SELECT due_on FROM requests WHERE proposal_id = $1', [id])) as [
      { due_on: string },
    ];
    expect(matters(id, (await from(ofBoth, giveBy)).items)).toContain('assisting-opinion');
    await stage.database.query('UPDATE proposals SET lead_proposer_id = $2 WHERE id = $1', [id, ofBoth.id]);
    for (const scope of ['board', 'unit'])
      expect(matters(id, (await from(ofBoth, giveBy, scope)).items)).not.toContain('assisting-opinion');
    expect(matters(id, (await from(congress.committee, giveBy)).items)).toContain('assisting-opinion');
  });

  it('tells of a rating that is awaited nobody but the committee, and of no matter of a unit of theirs', async () => {
    const id = await congress.replied(callId);
    const feedbackDueOn = (await work(id)).replies[0].feedbackDueOn;
    expect(matters(id, (await from(congress.committee, feedbackDueOn)).items)).toEqual(['feedback']);
    for (const [who, scope] of [
      [ofBoth, 'board'],
      [ofBoth, 'unit'],
      [observer, 'board'],
      [congress.handler, 'unit'],
    ] as const) {
      expect(of(id, (await from(who, feedbackDueOn, scope)).items)).toEqual([]);
    }
    stage.setClock(`${feedbackDueOn}T16:00:00Z`);
    expect(of(id, (await from(ofBoth, feedbackDueOn)).overdue)).toEqual([]);
  });

  it('shows nothing of a confidential matter to whoever only oversees', async () => {
    const id = await congress.assigned(callId);
    const { dueOn } = await work(id);
    await stage.database.query("UPDATE proposals SET confidential = '{}', subject = 'CANARY' WHERE id = $1", [id]);
    expect(JSON.stringify(await from(observer, dueOn))).not.toMatch(new RegExp(`CANARY|${id}`));
    expect(of(id, (await from(congress.committee, dueOn)).items)).toMatchObject([{ subject: 'CANARY' }]);
    expect(of(id, (await from(congress.handler, dueOn, 'unit')).items)).toHaveLength(1);
  });

  it('knows the days that are not worked, and those that are announced for no year yet', async () => {
    await stage.setCalendar(['2026-11-20'], 7);
    const { days } = await from(congress.committee, '2026-09-28');
    const day = (of: string) => days.find((one: { day: string }) => one.day === of);
    expect(days).toHaveLength(42);
    expect(day('2026-10-01')).toMatchObject({ working: false, because: 'holiday' });
    expect(day('2026-10-10')).toMatchObject({ working: true, because: 'shifted-working-day' });
    const own = await from(congress.committee, '2026-11-20');
    expect(own.days[0]).toEqual({ day: '2026-11-20', working: false, because: 'organisation', provisional: false });
    expect((await from(congress.committee, '2060-03-01')).days[0]).toMatchObject({ provisional: true });
  });

  it('is not for delegates, staff or another organisation', async () => {
    const stranger = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE' });
    for (const who of [congress.lead, congress.staff])
      for (const scope of ['board', 'unit'])
        expect((await asked(who, `scope=${scope}&from=2026-11-01`)).body).toMatchObject({ type: 'proposals.forbidden', status: 403 });
    expect((await asked(congress.handler, 'scope=board&from=2026-11-01')).body).toMatchObject({ type: 'proposals.forbidden' });
    const id = await congress.assigned(callId);
    expect(of(id, (await from(stranger, (await work(id)).dueOn)).items)).toEqual([]);
  });

  it.each([
    'from=2026-09-31&scope=board',
    'scope=board',
    'from=2026-11-01&scope=board&days=43',
    'from=2026-11-01&scope=mine',
    'from=2026-11-01',
  ])('refuses %s', async (query) => {
    expect((await asked(congress.committee, query)).body).toMatchObject({ type: 'malformed', status: 400 });
  });

  it('refuses a year of which no calendar is known', async () => {
    const { status, body } = await asked(congress.committee, 'from=2150-01-01&scope=board');
    expect([status, body.type]).toEqual([422, 'calendar.year-not-covered']);
  });
});
