import { randomUUID } from 'node:crypto';
import { type EventData, type EventName } from '@plenum/contracts';
import { publicCredential } from '@plenum/ballot-crypto';
import { AccountResetsRepository } from '../../storage/desk/account-resets.repository.js';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../../testing/ballot-house.js';
import { arithmetic, SealedVote } from '../../testing/sealed-steps.js';
import { KeepAccountReset, KeepSessionAnnouncement } from './account-resets.reactions.js';

describe('accounts that were reset', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let vote: SealedVote;
  const announcedAt = '2026-01-10T00:00:00.000Z';
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
    const { organisationId, sessionId } = meeting;
    const quorum = { num: 2, den: 3, inclusive: true };
    await hear(
      'congress.session-set-up.v1',
      {
        organisationId,
        sessionId,
        termNo: 7,
        sessionNo: 2,
        title: 'Session',
        opensAt: '2026-03-02T01:00:00Z',
        closesAt: '2026-03-03T09:00:00Z',
        quorum,
      },
      announcedAt,
    );
    vote = await SealedVote.named(house, meeting, 'resolution');
  }, 120_000);

  /** What the congress service tells, heard by this service's own reactions. */
  async function hear<N extends EventName>(name: N, data: EventData<N>, occurredAt: string): Promise<void> {
    const resets = house.app.get(AccountResetsRepository);
    await house.database.transaction(async (tx) => {
      for (const reaction of [new KeepAccountReset(resets), new KeepSessionAnnouncement(resets)]) {
        if (reaction.hears === name)
          await reaction.react(
            { id: randomUUID(), name, aggregateId: randomUUID(), version: 1, traceId: null, occurredAt, data } as never,
            tx,
          );
      }
    });
  }
  const reset = ({ id, organisationId }: Person, at: string, given: { madeBy?: string | null; isFirst?: boolean } = {}) =>
    hear('congress.account-reset.v1', { organisationId, memberId: id, at, madeBy: meeting.organiser.id, isFirst: false, ...given }, at);
  const receive = async (voter: Person) => {
    const { status, body } = await vote.post(voter, 'credentials', {
      publicCredential: publicCredential(arithmetic, BigInt(100_003 + Math.abs(Number.parseInt(voter.id.slice(0, 6), 16)))),
    });
    return status === 200 ? 'received' : (body as { type: string }).type;
  };
  const confirm = (officer: Person, voter: Person) => vote.post(officer, `account-resets/${voter.id}/confirmation`);

  it('receive no sealed paper until an officer of another office confirms the person', async () => {
    const [absent, before, first] = meeting.delegates as [Person, Person, Person];
    await reset(absent, '2026-02-01T00:00:00.000Z');
    await reset(before, '2026-01-09T00:00:00.000Z');
    await reset(first, '2026-02-01T00:00:00.000Z', { isFirst: true });
    expect(await receive(absent)).toBe('ballot.account-reset');
    expect(await receive(before)).toBe('received');
    expect(await receive(first)).toBe('received');

    expect(await confirm(absent, absent)).toMatchObject({ status: 403, body: { type: 'ballot.not-an-officer' } });
    expect(await confirm(meeting.organiser, absent)).toMatchObject({ status: 403, body: { type: 'ballot.not-an-officer' } });
    expect(await confirm(meeting.scrutineers[0], absent)).toMatchObject({ status: 200 });
    expect(await receive(absent)).toBe('received');
  });

  it('receive none for a first password of after the beginning either, until an officer has seen who came late', async () => {
    const [, , , , onTime, late] = meeting.delegates as Person[];
    if (!onTime || !late) throw new Error('a meeting has six delegates');
    await reset(onTime, '2026-03-02T01:00:00.000Z', { isFirst: true });
    await reset(late, '2026-03-02T01:00:01.000Z', { isFirst: true, madeBy: null });
    expect(await receive(onTime)).toBe('received');
    expect(await receive(late)).toBe('ballot.account-set-late');
    expect(await confirm(meeting.organiser, late)).toMatchObject({ status: 403, body: { type: 'ballot.not-an-officer' } });
    expect(await confirm(meeting.tellers[1], late)).toMatchObject({ status: 200 });
    expect(await receive(late)).toBe('received');
  });

  it('are held back from whoever gave the code, though they watch the vote', async () => {
    const [, , , member] = meeting.delegates as Person[];
    if (!member) throw new Error('a meeting has six delegates');
    await reset(member, '2026-02-02T00:00:00.000Z', { madeBy: meeting.tellers[0].id });
    expect(await confirm(meeting.tellers[0], member)).toMatchObject({ status: 403, body: { type: 'ballot.not-a-second-officer' } });
    expect(await receive(member)).toBe('ballot.account-reset');
  });

  it('are listed with their makers to those who watch and count, and to nobody else', async () => {
    const { body } = (await vote.get(meeting.scrutineers[1], '/account-resets')) as { body: { items: { member: { id: string } }[] } };
    const [absent, , first, member, onTime, late] = meeting.delegates.map(({ id }) => id);
    const byPerson = new Map(body.items.map((item) => [item.member.id, item]));
    expect([absent, first, member, onTime, late].map((id) => byPerson.get(id ?? ''))).toEqual([
      {
        member: expect.objectContaining({ id: absent }),
        at: '2026-02-01T00:00:00.000Z',
        madeBy: expect.objectContaining({ id: meeting.organiser.id }),
        isFirst: false,
        late: false,
        isHeld: false,
        confirmedBy: expect.objectContaining({ id: meeting.scrutineers[0].id }),
      },
      {
        member: expect.objectContaining({ id: first }),
        at: '2026-02-01T00:00:00.000Z',
        madeBy: expect.objectContaining({ id: meeting.organiser.id }),
        isFirst: true,
        late: false,
        isHeld: false,
        confirmedBy: null,
      },
      {
        member: expect.objectContaining({ id: member }),
        at: '2026-02-02T00:00:00.000Z',
        madeBy: expect.objectContaining({ id: meeting.tellers[0].id }),
        isFirst: false,
        late: false,
        isHeld: true,
        confirmedBy: null,
      },
      {
        member: expect.objectContaining({ id: onTime }),
        at: '2026-03-02T01:00:00.000Z',
        madeBy: expect.objectContaining({ id: meeting.organiser.id }),
        isFirst: true,
        late: false,
        isHeld: false,
        confirmedBy: null,
      },
      {
        member: expect.objectContaining({ id: late }),
        at: '2026-03-02T01:00:01.000Z',
        madeBy: null,
        isFirst: true,
        late: true,
        isHeld: false,
        confirmedBy: expect.objectContaining({ id: meeting.tellers[1].id }),
      },
    ]);
    expect(body.items).toHaveLength(5);
    expect(await vote.get(meeting.delegates[0] ?? null, '/account-resets')).toMatchObject({ status: 403 });
  });

  it('keep the voting from being opened where they had a paper before their reset was heard, until they are confirmed', async () => {
    const [, , , , hasPaper] = meeting.delegates as Person[];
    if (!hasPaper) throw new Error('a meeting has six delegates');
    for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
    await reset(hasPaper, '2026-03-02T02:00:00.000Z');
    expect(await vote.post(meeting.organiser, 'opening', {})).toMatchObject({
      status: 409,
      body: { type: 'ballot.holders-unconfirmed', details: { memberIds: [hasPaper.id] } },
    });
    expect(await confirm(meeting.scrutineers[0], hasPaper)).toMatchObject({ status: 200 });
    await vote.accepted(meeting.organiser, 'opening', {});
  });
});
