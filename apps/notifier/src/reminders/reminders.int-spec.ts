import { randomUUID } from 'node:crypto';
import type { EventData } from '@plenum/contracts';
import { flushRedis, probe } from '@plenum/test-kit';
import { type Person, Stage } from '../testing/stage.js';
import { Reminders } from './reminders.js';
import { RemindersWorker } from './reminders.worker.js';

const DUE = '2031-03-31T15:59:59.999Z';
const REMIND = '2031-03-26T01:00:00.000Z';

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

  const deadline = (given: Partial<EventData<'proposals.deadline-set.v1'>> = {}): EventData<'proposals.deadline-set.v1'> => ({
    organisationId: stage.organisationId,
    sessionId: stage.sessionId,
    proposalId: randomUUID(),
    subject: 'Fans',
    docketNo: '7',
    deadlineId: randomUUID(),
    matter: 'reply',
    dueAt: DUE,
    remindAt: REMIND,
    memberIds: [],
    unitId: stage.unitId,
    ...given,
  });
  /** Somebody comes to owe something, today. */
  const owe = (given: EventData<'proposals.deadline-set.v1'>, version = 1): Promise<void> => {
    stage.setClock(null);
    return stage.hear('proposals.deadline-set.v1', given, { version, aggregateId: given.proposalId });
  };
  const settle = ({ organisationId, proposalId, deadlineId }: EventData<'proposals.deadline-set.v1'>, version: number) =>
    stage.hear('proposals.deadline-met.v1', { organisationId, proposalId, deadlineId }, { version, aggregateId: proposalId });

  /** Looks for due reminders at an instant, three times in parallel: two too many. */
  const lookAt = async (instant: string): Promise<void> => {
    stage.setClock(instant);
    const reminders = stage.app.get(Reminders);
    await Promise.all([reminders.remindAll(), reminders.remindAll(), reminders.remindAll()]);
  };
  const told = async (person: Person, { proposalId }: { proposalId: string }) =>
    (await stage.notices(person)).filter(({ link }) => link?.endsWith(proposalId)).map(({ code }) => code);

  it('are not given while it stands, and by its new day once it runs on', async () => {
    const owed = deadline();
    await owe(owed);
    const { organisationId, proposalId, deadlineId } = owed;
    const stopped = { version: 2, aggregateId: proposalId };
    await stage.hear('proposals.deadline-stopped.v1', { organisationId, proposalId, deadlineId }, stopped);
    await lookAt(DUE);
    expect(await told(handler, owed)).toEqual([]);
    await owe({ ...owed, remindAt: '2031-04-10T01:00:00.000Z', dueAt: '2031-04-15T15:59:59.999Z' }, 3);
    await lookAt(DUE);
    expect(await told(handler, owed)).toEqual([]);
    await lookAt('2031-04-10T01:00:00.000Z');
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

  it('are not given for what has been met, nor given again after a late word of the debt', async () => {
    const owed = deadline({ matter: 'feedback', memberIds: [lead.id], unitId: null });
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
    const owed = deadline({ matter: 'feedback', memberIds: [lead.id], unitId: null });
    await owe(owed, 1);
    await lookAt(REMIND);
    await owe(owed, 2);
    await lookAt(REMIND);
    expect(await told(lead, owed)).toEqual(['proposals.feedback-due-soon']);
    await owe({ ...owed, dueAt: '2031-05-31T15:59:59.999Z', remindAt: '2031-05-26T01:00:00.000Z' }, 3);
    await lookAt('2031-04-01T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual(['proposals.feedback-due-soon']);
    await lookAt('2031-06-01T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual(['proposals.feedback-overdue', 'proposals.feedback-due-soon']);
  });

  it('say only that it is past when it was past before anybody looked', async () => {
    const owed = deadline({ matter: 'feedback', memberIds: [lead.id], unitId: null });
    await owe(owed);
    await lookAt('2031-04-05T00:00:00.000Z');
    await lookAt('2031-04-06T00:00:00.000Z');
    expect(await told(lead, owed)).toEqual(['proposals.feedback-overdue']);
  });

  it('tell the organisers of a ballot, each stage once, and nobody else', async () => {
    const organiser = await stage.person({ office: 'PRESIDIUM' });
    const owed = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'election' as const,
      title: 'The committee',
      deadlineId: randomUUID(),
      matter: 'approval' as const,
      dueAt: DUE,
      remindAt: REMIND,
    };
    const posted = { ...owed, deadlineId: randomUUID(), matter: 'publication' as const };
    const codes = async (person: Person) =>
      (await stage.notices(person))
        .filter(({ link }) => link === `/ballots/${owed.ballotId}`)
        .map(({ code }) => code)
        .sort();
    stage.setClock(null);
    await stage.hear('ballot.deadline-set.v1', owed, { version: 3, aggregateId: owed.ballotId });
    await stage.hear('ballot.deadline-set.v1', posted, { version: 4, aggregateId: owed.ballotId });
    await lookAt(REMIND);
    expect(await codes(organiser)).toEqual(['ballot.approval-due-soon', 'ballot.publication-due-soon']);
    stage.setClock(null);
    await stage.hear(
      'ballot.deadline-met.v1',
      { organisationId: owed.organisationId, ballotId: owed.ballotId, deadlineId: owed.deadlineId },
      { version: 5, aggregateId: owed.ballotId },
    );
    await lookAt('2031-04-01T00:00:00.000Z');
    await lookAt('2031-04-02T00:00:00.000Z');
    expect(await codes(organiser)).toEqual(['ballot.approval-due-soon', 'ballot.publication-due-soon', 'ballot.publication-overdue']);
    for (const other of [lead, clerk, handler]) expect(await codes(other)).toEqual([]);
    expect((await stage.notices(organiser)).find(({ code }) => code === 'ballot.publication-overdue')?.params).toEqual({
      title: 'The committee',
      dueAt: DUE,
    });
  });

  it('are woken by an alarm, whenever the sweep would look', async () => {
    const woken = jest.spyOn(stage.app.get(RemindersWorker), 'wake');
    const owed = deadline({ matter: 'feedback', memberIds: [lead.id], unitId: null, remindAt: new Date(Date.now() + 1_500).toISOString() });
    await owe(owed);
    await probe('an alarm has rung', () => woken.mock.calls.length > 0);
    await probe('the reminder is there', async () => (await told(lead, owed)).length > 0);
    woken.mockRestore();
  });

  it('come without any alarm when Redis has forgotten it', async () => {
    const owed = deadline({ matter: 'feedback', memberIds: [lead.id], unitId: null, remindAt: new Date(Date.now() + 2_000).toISOString() });
    await owe(owed);
    await flushRedis(stage.redisUrl);
    await probe('the reminder is there', async () => (await told(lead, owed)).length > 0);
  });
});
