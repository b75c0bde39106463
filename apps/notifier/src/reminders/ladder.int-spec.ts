import { randomUUID } from 'node:crypto';
import { civilDate, ladderSteps, USUAL_LADDER, WorkingCalendar } from '@plenum/calendar';
import type { EventData } from '@plenum/contracts';
import { type Person, Stage } from '../testing/stage.js';
import { Reminders } from './reminders.js';

type Owed = EventData<'proposals.deadline-set.v2'>;

const calendar = new WorkingCalendar();
/** An instant of 2026 in Beijing. */
const on = (day: string, time = '09:00'): string => new Date(`2026-${day}T${time}:00+08:00`).toISOString();
const dayOf = (instant: Date): string => calendar.dayOf(instant).slice(5);

/**
 * A clock that walks through two months, an hour before and after nine every day: with the days off and the days worked instead of 2026
 * (25 to 27 September, 1 to 7 October; 20 September and 10 October worked).
 */
describe('a ladder', () => {
  const stage = new Stage();
  const roles = ['handler', 'head', 'leader', 'committee', 'lead', 'stranger'] as const;
  const people = {} as Record<(typeof roles)[number], Person>;
  let [version, instant] = [0, on('09-01', '08:00')];

  beforeAll(async () => {
    const { unitId } = stage;
    people.handler = await stage.person({ office: 'UNIT_HANDLER', unitId });
    people.head = await stage.person({ office: 'UNIT_HEAD', unitId });
    people.leader = await stage.person({ office: 'LEADER_IN_CHARGE', unitId });
    people.committee = await stage.person({ office: 'PROPOSALS_COMMITTEE' });
    people.lead = await stage.person({ seat: 'DELEGATE' });
    people.stranger = await stage.person({ office: 'UNIT_HEAD', unitId: randomUUID() });
  });
  afterAll(() => stage.setClock(null));

  const owed = (given: Pick<Owed, 'matter' | 'owedBy'>, dueOn: string): Owed => ({
    organisationId: stage.organisationId,
    sessionId: stage.sessionId,
    deadlineId: randomUUID(),
    about: { kind: 'proposal', id: randomUUID(), title: 'Fans' },
    docketNo: '7',
    round: 1,
    chasedBy: ['PROPOSALS_COMMITTEE'],
    ...given,
    ...dueBy(dueOn),
  });
  const dueBy = (dueOn: string) => ({
    dueAt: calendar.endOf(civilDate(`2026-${dueOn}`)).toISOString(),
    steps: ladderSteps(USUAL_LADDER, civilDate(`2026-${dueOn}`), calendar).map((step) => ({ ...step, at: step.at.toISOString() })),
  });
  const hear = async (name: 'set' | 'stopped' | 'met', { about, ...deadline }: Owed): Promise<void> => {
    const { organisationId, deadlineId } = deadline;
    const options = { version: (version += 1), aggregateId: about.id };
    stage.publisher.setClock(instant);
    if (name === 'set') await stage.hear('proposals.deadline-set.v2', { about, ...deadline }, options);
    else await stage.hear(`proposals.deadline-${name}.v2`, { organisationId, deadlineId }, options);
    stage.publisher.setClock(null);
  };
  const at = (day: string, time?: string): void => {
    instant = on(day, time);
    stage.setClock(instant);
  };
  /** Looks by three workers at once, two too many; of one the connection is cut, as when it is killed. */
  const look = async (isKilled = false): Promise<void> => {
    const reminders = stage.app.get(Reminders);
    const looking = [reminders.remindAll(), reminders.remindAll(), reminders.remindAll()];
    if (isKilled) await stage.cutConnections();
    await Promise.allSettled(looking);
    await reminders.remindAll().catch(() => look());
  };
  /** Every day from one to another, looked at before nine and at nine. */
  const walk = async (from: string, to: string): Promise<void> => {
    for (let day = new Date(on(from)); day <= new Date(on(to)); day = new Date(day.getTime() + 86_400_000)) {
      at(dayOf(day), '08:59');
      await stage.app.get(Reminders).remindAll();
      at(dayOf(day));
      await look(day.getUTCDate() % 5 === 0);
    }
  };
  /** `day code` of each notice about it, the earliest first. */
  const told = async (role: (typeof roles)[number], { about }: Owed): Promise<string[]> => {
    const rows = await stage.database.query<{ code: string; at: Date }>(
      'SELECT code, created_at AS at FROM notices WHERE member_id = $1 AND link LIKE $2 ORDER BY created_at',
      [people[role].id, `%${about.id}`],
    );
    return rows.map((row) => `${dayOf(row.at)} ${row.code.replace(/^proposals\.\w+-/, '')}`);
  };

  it('is climbed step by step through two months with holidays, stops and extensions, none twice', async () => {
    at('09-01', '08:00');
    const feedback = owed({ matter: 'feedback', owedBy: { memberIds: [people.lead.id], unitId: null, offices: [] } }, '09-30');
    await hear('set', feedback);
    await walk('09-01', '09-17');
    at('09-18', '08:00');
    const reply = owed({ matter: 'reply', owedBy: { memberIds: [], unitId: stage.unitId, offices: [] } }, '10-16');
    await hear('set', reply);
    await walk('09-18', '09-27');
    at('09-28', '12:00');
    await hear('stopped', reply);
    await walk('09-29', '10-09');
    // Everything is delivered once more, to queues that forgot what they had.
    await stage.publisher.replayAll();
    await stage.allHeard();
    await walk('10-10', '10-11');
    at('10-12', '12:00');
    await hear('set', { ...reply, ...dueBy('10-26') });
    await walk('10-13', '10-20');
    await hear('set', { ...reply, ...dueBy('10-26'), about: { ...reply.about, title: 'More fans' } });
    await walk('10-21', '10-21');
    at('10-22', '12:00');
    const extended = { ...reply, ...dueBy('11-06') };
    await hear('set', extended);
    await walk('10-23', '11-04');
    // The house is down over three steps.
    at('11-09', '12:00');
    await look(true);
    await walk('11-10', '11-17');
    at('11-18', '12:00');
    await hear('met', extended);
    await hear('met', feedback);
    await walk('11-19', '11-30');

    const expected: Record<(typeof roles)[number], readonly (readonly string[])[]> = {
      handler: [['09-20 due-soon', '10-19 due-soon', '10-30 due-soon', '11-09 overdue', '11-13 overdue'], []],
      head: [['11-09 overdue', '11-13 overdue'], []],
      leader: [['11-13 overdue'], []],
      committee: [[], ['10-20 overdue', '10-27 overdue', '11-03 overdue', '11-10 overdue', '11-17 overdue']],
      lead: [
        [],
        [
          ...['09-09 due-soon', '09-22 due-soon', '09-29 due-soon', '09-30 due-soon', '10-08 overdue', '10-13 overdue'],
          ...['10-20 overdue', '10-27 overdue', '11-03 overdue', '11-10 overdue', '11-17 overdue'],
        ],
      ],
      stranger: [[], []],
    };
    for (const role of roles) expect([role, await told(role, reply), await told(role, feedback)]).toEqual([role, ...expected[role]]);
    const steps = await stage.database.query<{ step: number; due: Date; at: Date }>(
      'SELECT working_days AS step, due_at AS due, told_at AS at FROM reminders WHERE deadline_id = $1 ORDER BY told_at',
      [reply.deadlineId],
    );
    expect(steps.map(({ step, due, at: when }) => [step, dayOf(new Date(due.getTime() - 1)), dayOf(when)])).toEqual([
      [-15, '10-16', '09-20'],
      [-5, '10-26', '10-19'],
      [-5, '11-06', '10-30'],
      [1, '11-06', '11-09'],
      [5, '11-06', '11-13'],
    ]);
  });

  it('is not climbed again for a day that comes back, and from its foot for another', async () => {
    at('10-01', '08:00');
    const deadline = owed({ matter: 'feedback', owedBy: { memberIds: [people.lead.id], unitId: null, offices: [] } }, '10-16');
    await hear('set', deadline);
    await walk('10-10', '10-10');
    at('10-10', '10:00');
    await hear('set', { ...deadline, ...dueBy('10-26') });
    await hear('set', deadline);
    await walk('10-10', '10-15');
    expect(await told('lead', deadline)).toEqual(['10-10 due-soon', '10-15 due-soon']);
    await hear('met', deadline);
  });

  it('is shown to those who chase it: who was reminded when, and who is next', async () => {
    at('10-14', '08:00');
    const deadline = owed({ matter: 'reply', owedBy: { memberIds: [], unitId: stage.unitId, offices: [] } }, '10-16');
    await hear('set', deadline);
    await walk('10-15', '10-15');
    const { dueAt } = deadline;
    const path = `/reminders?kind=proposal&id=${deadline.about.id}`;
    const { handler, committee, leader } = people;
    expect((await stage.ask(committee, 'GET', path)).body).toEqual({
      told: [
        {
          ...{ matter: 'reply', round: 1, dueAt, workingDays: -1, toldAt: on('10-15'), hears: ['debtor'] },
          people: [{ id: handler.id, name: handler.name }],
        },
      ],
      next: [{ matter: 'reply', round: 1, dueAt, at: on('10-16'), hears: ['debtor'] }],
    });
    for (const other of [handler, leader, people.lead, people.stranger])
      expect(await stage.ask(other, 'GET', path)).toMatchObject({ status: 403, body: { type: 'notifier.forbidden' } });
    expect((await stage.ask(null, 'GET', path)).status).toBe(401);
    const elsewhere = await stage.person({ office: 'PROPOSALS_COMMITTEE' }, randomUUID());
    const organiser = await stage.person({ office: 'PRESIDIUM' });
    for (const other of [elsewhere, organiser]) expect((await stage.ask(other, 'GET', path)).body).toEqual({ told: [], next: [] });
    expect((await stage.ask(committee, 'GET', '/reminders?kind=lunch&id=x')).body).toMatchObject({
      status: 400,
      faults: [{ field: 'kind' }, { field: 'id' }],
    });
    await hear('met', deadline);
    expect((await stage.ask(committee, 'GET', path)).body.next).toEqual([]);
  });

  it('of a rating is not shown to whoever of the committee is of the unit that answers', async () => {
    at('10-14', '08:00');
    const reply = owed({ matter: 'reply', owedBy: { memberIds: [], unitId: stage.unitId, offices: [] } }, '10-20');
    const { about } = reply;
    const rating = { ...owed({ matter: 'feedback', owedBy: { memberIds: [people.lead.id], unitId: null, offices: [] } }, '10-21'), about };
    await hear('set', reply);
    await hear('set', rating);
    const both = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.unitId });
    const { organisationId, sessionId } = stage;
    await stage.told.office({ organisationId, memberId: both.id }, 'PROPOSALS_COMMITTEE', { sessionId, unitId: null });
    const nextOf = async (who: Person): Promise<string[]> => {
      const { body } = await stage.ask(who, 'GET', `/reminders?kind=proposal&id=${about.id}`);
      return body.next.map(({ matter }: { matter: string }) => matter);
    };
    expect(await nextOf(people.committee)).toEqual(['feedback', 'reply']);
    expect(await nextOf(both)).toEqual(['reply']);
    await hear('met', reply);
    expect(await nextOf(both)).toEqual([]);
    await hear('met', rating);
  });

  it('is told to the head where a unit has nobody who handles', async () => {
    const unitId = randomUUID();
    const [head, leader] = [
      await stage.person({ office: 'UNIT_HEAD', unitId }),
      await stage.person({ office: 'LEADER_IN_CHARGE', unitId }),
    ];
    at('10-09', '08:00');
    const deadline = owed({ matter: 'reply', owedBy: { memberIds: [], unitId, offices: [] } }, '10-16');
    await hear('set', deadline);
    await walk('10-10', '10-10');
    expect((await stage.notices(head)).map(({ link }) => link)).toEqual([`/unit/${deadline.about.id}`]);
    expect(await stage.notices(leader)).toEqual([]);
    await hear('met', deadline);
  });
});
