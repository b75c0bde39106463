import { randomUUID } from 'node:crypto';
import type { EventData } from '@plenum/contracts';
import { flushRedis, probe } from '@plenum/test-kit';
import { type Person, Stage } from '../testing/stage.js';
import { Reminders } from './reminders.js';
import { RemindersWorker } from './reminders.worker.js';

const DUE = '2031-03-31T15:59:59.999Z';
const REMIND = '2031-03-26T01:00:00.000Z';
type Owed = EventData<'proposals.deadline-set.v2'>;

describe('reminders', () => {
  const stage = new Stage();
  let handler: Person;
  let head: Person;
  let clerk: Person;
  let lead: Person;

  beforeAll(async () => {
    handler = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.unitId });
    head = await stage.person({ office: 'UNIT_HEAD', unitId: stage.unitId });
    clerk = await stage.person({ office: 'PROPOSALS_COMMITTEE' });
    lead = await stage.person({ seat: 'DELEGATE' });
  });

  afterEach(() => stage.setClock(null));

  /** Reminded of once before its end, and once past it by those above too. */
  const deadline = ({ remindAt = REMIND, dueAt = DUE, ...given }: Partial<Owed> & { remindAt?: string } = {}): Owed => ({
    organisationId: stage.organisationId,
    sessionId: stage.sessionId,
    deadlineId: randomUUID(),
    about: { kind: 'proposal', id: randomUUID(), title: 'Fans' },
    docketNo: '7',
    matter: 'reply',
    round: 1,
    dueAt,
    steps: [
      { workingDays: -3, at: remindAt, hears: ['debtor', 'head'] },
      { workingDays: 1, at: dueAt, hears: ['debtor', 'head', 'committee'] },
    ],
    owedBy: { memberIds: [], unitId: stage.unitId, offices: [] },
    chasedBy: ['PROPOSALS_COMMITTEE'],
    ...given,
  });
  const ofLead = () => ({ matter: 'feedback', owedBy: { memberIds: [lead.id], unitId: null, offices: [] } }) as const;
  /** Somebody comes to owe something, today. */
  const owe = (given: Owed, version = 1): Promise<void> => {
    stage.setClock(null);
    return stage.hear('proposals.deadline-set.v2', given, { version, aggregateId: given.about.id });
  };
  const settle = ({ organisationId, about, deadlineId }: Owed, version: number) =>
    stage.hear('proposals.deadline-met.v2', { organisationId, deadlineId }, { version, aggregateId: about.id });

  /** Looks for due reminders at an instant, three times in parallel: two too many. */
  const lookAt = async (instant: string): Promise<void> => {
    stage.setClock(instant);
    const reminders = stage.app.get(Reminders);
    await Promise.all([reminders.remindAll(), reminders.remindAll(), reminders.remindAll()]);
  };
  const told = async (person: Person, { about }: Pick<Owed, 'about'>) =>
    (await stage.notices(person)).filter(({ link }) => link?.endsWith(about.id)).map(({ code }) => code);

  it('are not given while it stands, and by its new day once it runs on', async () => {
    const owed = deadline();
    await owe(owed);
    const { organisationId, about, deadlineId } = owed;
    const stopped = { version: 2, aggregateId: about.id };
    await stage.hear('proposals.deadline-stopped.v2', { organisationId, deadlineId }, stopped);
    await lookAt(DUE);
    expect(await told(handler, owed)).toEqual([]);
    const later = { remindAt: '2031-04-10T01:00:00.000Z', dueAt: '2031-04-15T15:59:59.999Z' };
    await owe(deadline({ about, deadlineId, ...later }), 3);
    await lookAt(DUE);
    expect(await told(handler, owed)).toEqual([]);
    await lookAt('2031-04-10T01:00:00.000Z');
    expect(await told(handler, owed)).toEqual(['proposals.reply-due-soon']);
  });

  it.each([
    ['of another version', 3, 2],
    ['of the same change', 3, 3],
  ])('are given where that it runs on was heard before that it stood, %s', async (_what, runsOn, stood) => {
    const owed = deadline();
    const { organisationId, about, deadlineId } = owed;
    stage.publisher.setClock('2026-12-01T00:00:00.000Z');
    await owe(owed, runsOn);
    await stage.hear('proposals.deadline-stopped.v2', { organisationId, deadlineId }, { version: stood, aggregateId: about.id });
    stage.publisher.setClock(null);
    await lookAt(REMIND);
    expect(await told(handler, owed)).toEqual(['proposals.reply-due-soon']);
  });

  it('are given where both were heard in their order, of the same change', async () => {
    const owed = deadline();
    const { organisationId, about, deadlineId } = owed;
    stage.publisher.setClock('2026-12-01T00:00:00.000Z');
    await stage.hear('proposals.deadline-stopped.v2', { organisationId, deadlineId }, { version: 3, aggregateId: about.id });
    await owe(owed, 3);
    stage.publisher.setClock(null);
    await lookAt(REMIND);
    expect(await told(handler, owed)).toEqual(['proposals.reply-due-soon']);
  });

  it('are given once before the due date and once when it is past, to who owes it; then to the committee too', async () => {
    const owed = deadline();
    await owe(owed);
    await lookAt('2031-03-26T00:59:59.000Z');
    expect(await told(handler, owed)).toEqual([]);
    await lookAt(REMIND);
    await lookAt('2031-03-27T00:00:00.000Z');
    expect([await told(handler, owed), await told(head, owed), await told(clerk, owed)]).toEqual([
      ['proposals.reply-due-soon'],
      ['proposals.reply-due-soon'],
      [],
    ]);
    await lookAt('2031-04-01T00:00:00.000Z');
    await lookAt('2031-04-02T00:00:00.000Z');
    for (const person of [handler, head]) expect(await told(person, owed)).toEqual(['proposals.reply-overdue', 'proposals.reply-due-soon']);
    expect(await told(clerk, owed)).toEqual(['proposals.reply-overdue']);
    expect((await stage.notices(clerk))[0]?.params).toEqual({ subject: 'Fans', docketNo: '7', unit: 'Logistics', dueAt: DUE });
  });

  it('of what the committee owes reach the committee before its day, on the page of what it is about, once', async () => {
    const committee = { memberIds: [], unitId: null, offices: ['PROPOSALS_COMMITTEE'] } as const;
    const [asked, opinion] = [
      deadline({ matter: 'answer', owedBy: committee }),
      deadline({ matter: 'opinion-decision', owedBy: committee, about: { kind: 'opinion', id: randomUUID(), title: 'Soup' } }),
    ];
    const ofUnit = deadline({ matter: 'contact' });
    for (const owed of [asked, opinion, ofUnit]) await owe(owed);
    await lookAt(REMIND);
    await lookAt('2031-04-01T00:00:00.000Z');
    expect(await told(clerk, asked)).toEqual(['proposals.answer-overdue', 'proposals.answer-due-soon']);
    expect(await told(clerk, opinion)).toEqual(['proposals.opinion-decision-overdue', 'proposals.opinion-decision-due-soon']);
    const notices = await stage.notices(clerk);
    expect(notices.find(({ code }) => code === 'proposals.opinion-decision-due-soon')).toMatchObject({
      ...{ link: `/opinions/${opinion.about.id}`, params: { subject: 'Soup', docketNo: '7', dueAt: DUE } },
    });
    expect(await told(handler, ofUnit)).toEqual(['proposals.contact-overdue', 'proposals.contact-due-soon']);
    expect((await stage.notices(handler)).find(({ code }) => code === 'proposals.contact-due-soon')?.link).toBe(`/unit/${ofUnit.about.id}`);
    for (const owed of [asked, opinion]) expect([await told(handler, owed), await told(lead, owed)]).toEqual([[], []]);
  });

  it('are not given for what has been met, nor given again after a late word of the debt', async () => {
    const owed = deadline(ofLead());
    await settle(owed, 5);
    await owe(owed, 4);
    await lookAt('2031-04-01T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual([]);

    const next = { ...owed, deadlineId: randomUUID() };
    await owe(next, 6);
    await lookAt(REMIND);
    await settle(next, 7);
    await lookAt('2031-04-01T00:00:00.000Z');
    expect(await told(lead, next)).toEqual(['proposals.feedback-due-soon']);
  });

  it('are given anew when the due date moves, not when the same date is told again', async () => {
    const owed = deadline(ofLead());
    await owe(owed, 1);
    await lookAt(REMIND);
    await owe(owed, 2);
    await lookAt(REMIND);
    expect(await told(lead, owed)).toEqual(['proposals.feedback-due-soon']);
    const { about, deadlineId } = owed;
    const moved = { dueAt: '2031-05-31T15:59:59.999Z', remindAt: '2031-05-26T01:00:00.000Z' };
    await owe(deadline({ ...ofLead(), about, deadlineId, ...moved }), 3);
    await lookAt('2031-04-01T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual(['proposals.feedback-due-soon']);
    await lookAt('2031-06-01T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual(['proposals.feedback-overdue', 'proposals.feedback-due-soon']);
  });

  it('are over when the day moves: withdrawn where they were not sent, and not when the same day is told again', async () => {
    const owed = deadline(ofLead());
    const { about, deadlineId } = owed;
    const notices = async () => (await stage.notices(lead)).filter(({ link }) => link?.endsWith(about.id)).map(({ over }) => over);
    const deliveries = async () =>
      (
        await stage.database.query<{ state: string }>(
          `SELECT d.state FROM deliveries d JOIN notices n ON n.id = d.notice_id JOIN notice_causes c USING (cause)
           WHERE $1 = ANY(c.about)`,
          [deadlineId],
        )
      ).map(({ state }) => state);
    await owe(owed, 1);
    await lookAt(REMIND);
    stage.setClock(null);
    await stage.database.query("UPDATE deliveries SET state = 'due', not_before = '2040-01-01', due_at = '2040-01-01'"); // Not sent yet.
    const moved = { dueAt: '2031-05-31T15:59:59.999Z', remindAt: '2031-05-26T01:00:00.000Z' };
    await owe(owed, 2);
    expect(await notices()).toEqual([null]);
    const later = deadline({ ...ofLead(), about, deadlineId, ...moved });
    await owe(later, 3);
    expect(await notices()).toEqual(['ended']);
    expect(new Set(await deliveries())).toEqual(new Set(['withdrawn']));
    await lookAt(moved.remindAt);
    expect(await notices()).toEqual([null, 'ended']);
    await owe(later, 4);
    expect(await notices()).toEqual([null, 'ended']);
  });

  it('say only that it is past when it was past before anybody looked', async () => {
    const owed = deadline(ofLead());
    await owe(owed);
    await lookAt('2031-04-05T00:00:00.000Z');
    await lookAt('2031-04-06T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual(['proposals.feedback-overdue']);
  });

  it('tell who owes a duty of the year, with its page, until it is met', async () => {
    const about = { kind: 'duty', id: randomUUID() as string, title: '财务公开' } as const;
    const owners = { owedBy: { memberIds: [lead.id], unitId: null, offices: [] }, chasedBy: ['SECRETARIAT'] as const };
    const owed = deadline({ about, deadlineId: about.id, sessionId: null, docketNo: null, matter: 'duty', ...owners });
    await stage.hear('congress.deadline-set.v2', owed, { version: 1, aggregateId: about.id });
    await lookAt(REMIND);
    const ofDuty = async () => (await stage.notices(lead)).filter(({ link }) => link === `/year?duty=${about.id}`);
    expect(await ofDuty()).toMatchObject([{ code: 'congress.duty-due-soon', params: { title: '财务公开' } }]);
    const over = { organisationId: owed.organisationId, deadlineId: about.id };
    await stage.hear('congress.deadline-met.v2', over, { version: 2, aggregateId: about.id });
    await lookAt('2031-04-05T00:00:00.000Z');
    expect((await ofDuty()).map(({ code }) => code)).toEqual(['congress.duty-due-soon']);
  });

  it('tell the organisers of a ballot, each stage once, and nobody else', async () => {
    const organiser = await stage.person({ office: 'PRESIDIUM' });
    const organisers = ['PRESIDIUM', 'SECRETARIAT'] as const;
    const about = { kind: 'ballot', id: randomUUID() as string, title: 'The committee' } as const;
    const owners = { owedBy: { memberIds: [], unitId: null, offices: organisers }, chasedBy: organisers };
    const owed = deadline({ about, docketNo: null, matter: 'approval', ...owners });
    const posted = { ...owed, deadlineId: randomUUID() as string, matter: 'publication' as const };
    const codes = async (person: Person) =>
      (await stage.notices(person))
        .filter(({ link }) => link === `/ballots/${about.id}`)
        .map(({ code }) => code)
        .sort();
    stage.setClock(null);
    await stage.hear('ballot.deadline-set.v2', owed, { version: 3, aggregateId: about.id });
    await stage.hear('ballot.deadline-set.v2', posted, { version: 4, aggregateId: about.id });
    await lookAt(REMIND);
    expect(await codes(organiser)).toEqual(['ballot.approval-due-soon', 'ballot.publication-due-soon']);
    stage.setClock(null);
    const met = { organisationId: owed.organisationId, deadlineId: owed.deadlineId };
    await stage.hear('ballot.deadline-met.v2', met, { version: 5, aggregateId: about.id });
    await lookAt('2031-04-01T00:00:00.000Z');
    await lookAt('2031-04-02T00:00:00.000Z');
    expect(await codes(organiser)).toEqual(['ballot.approval-due-soon', 'ballot.publication-due-soon', 'ballot.publication-overdue']);
    for (const other of [lead, clerk, handler]) expect(await codes(other)).toEqual([]);
    expect((await stage.notices(organiser)).find(({ code }) => code === 'ballot.publication-overdue')?.params).toEqual({
      title: 'The committee',
      dueAt: DUE,
    });
  });

  it('are given of what was told before all services told it in one shape, and settled by either', async () => {
    stage.setClock(null);
    const { organisationId, sessionId } = stage;
    const former: EventData<'proposals.deadline-set.v1'> = {
      ...{ organisationId, sessionId, proposalId: randomUUID(), subject: 'Fans', docketNo: '7', deadlineId: randomUUID() },
      ...{ matter: 'feedback', dueAt: DUE, remindAt: REMIND, memberIds: [lead.id], unitId: null },
    };
    const met = { ...former, deadlineId: randomUUID() as string };
    const ballot = { organisationId, sessionId, ballotId: randomUUID() as string, kind: 'election', title: 'The committee' } as const;
    const approval = { ...ballot, deadlineId: randomUUID() as string, matter: 'approval', dueAt: DUE, remindAt: REMIND } as const;
    const organiser = await stage.person({ office: 'SECRETARIAT' });
    await stage.hear('proposals.deadline-set.v1', former, { version: 1 });
    await stage.hear('proposals.deadline-set.v1', met, { version: 1 });
    await stage.hear('ballot.deadline-set.v1', approval, { version: 1 });
    await lookAt(REMIND);
    const { proposalId, deadlineId } = met;
    await stage.hear('proposals.deadline-met.v1', { organisationId, proposalId, deadlineId }, { version: 2 });
    const over = { organisationId, ballotId: ballot.ballotId, deadlineId: approval.deadlineId };
    await stage.hear('ballot.deadline-met.v1', over, { version: 2 });
    await lookAt(DUE);
    expect(await told(lead, { about: { kind: 'proposal', id: proposalId, title: '' } })).toEqual([
      'proposals.feedback-overdue',
      'proposals.feedback-due-soon',
      'proposals.feedback-due-soon',
    ]);
    expect((await stage.notices(organiser)).filter(({ link }) => link?.endsWith(ballot.ballotId)).map(({ code }) => code)).toEqual([
      'ballot.approval-due-soon',
    ]);
    const stopped = { organisationId, proposalId, deadlineId: former.deadlineId };
    await stage.hear('proposals.deadline-stopped.v1', stopped, { version: 3 });
  });

  it('are woken by an alarm, whenever the sweep would look', async () => {
    const woken = jest.spyOn(stage.app.get(RemindersWorker), 'wake');
    const owed = deadline({ ...ofLead(), remindAt: new Date(Date.now() + 1_500).toISOString() });
    await owe(owed);
    await probe('an alarm has rung', () => woken.mock.calls.length > 0);
    await probe('the reminder is there', async () => (await told(lead, owed)).length > 0);
    woken.mockRestore();
  });

  it('come without any alarm when Redis has forgotten it', async () => {
    const owed = deadline({ ...ofLead(), remindAt: new Date(Date.now() + 2_000).toISOString() });
    await owe(owed);
    await flushRedis(stage.redisUrl);
    await probe('the reminder is there', async () => (await told(lead, owed)).length > 0);
  });
});
