import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';
import { SEALED_RESOLUTION_RULES, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(120_000);

interface Item {
  readonly ballotId: string;
  readonly matter: string;
  readonly dueAt: string | null;
}

describe('what somebody owes', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const itemsOf = async (who: Person): Promise<Item[]> => ((await house.send('get', '/owed', who)).body as { items: Item[] }).items;
  const owes = async (who: Person) => (await itemsOf(who)).map(({ matter }) => matter);

  it('follows a sealed vote: keys, papers, votes, shares, signatures, each until it is done', async () => {
    const meeting = await Meeting.of(house, { delegates: 4, present: 3 });
    const {
      organiser,
      tellers: [teller],
    } = meeting;
    const [voter, late, other, absent] = meeting.delegates as [Person, Person, Person, Person];
    const vote = await SealedVote.named(house, meeting, 'resolution', { ...SEALED_RESOLUTION_RULES, procedure: { sharesNeeded: null } });
    const [first, second, third] = vote.scrutineers as [Person, Person, Person];
    expect(await Promise.all([first, second, voter, absent, teller, organiser].map(owes))).toEqual([
      ['make-key'],
      ['make-key'],
      ['receive-paper'],
      [],
      [],
      [],
    ]);
    await vote.offerKey(first);
    await vote.register(voter);
    expect(await Promise.all([first, second, voter, late].map(owes))).toEqual([[], ['make-key'], [], ['receive-paper']]);
    for (const scrutineer of [second, third]) await vote.offerKey(scrutineer);
    for (const delegate of [late, other]) await vote.register(delegate);
    await vote.accepted(organiser, 'opening', {});
    expect(await itemsOf(voter)).toMatchObject([{ ballotId: vote.id, matter: 'vote', dueAt: null }]);
    expect(await owes(absent)).toEqual([]);
    await vote.vote(voter, [[1, 0, 0]]);
    // Who has cast nobody knows but the device.
    expect(await owes(voter)).toEqual(['vote']);
    await vote.accepted(organiser, 'closing', {});
    expect(await owes(voter)).toEqual([]);
    await vote.share(first);
    expect(await Promise.all([first, second].map(owes))).toEqual([[], ['give-share']]);
    for (const scrutineer of [second, third]) await vote.share(scrutineer);
    await vote.accepted(organiser, 'count', {});
    await vote.accepted(first, 'signatures', {});
    expect(await Promise.all([first, teller, organiser].map(owes))).toEqual([[], ['sign'], []]);
    await vote.accepted(teller, 'signatures', {});
    expect(await Promise.all([second, organiser].map(owes))).toEqual([[], ['declare']]);
  });

  it('is what waits now first, then by deadline; and nobody else is told of it', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      delegates: [delegate],
      tellers: [teller],
    } = meeting;
    const posted = (days: number) => ({
      quorum: { num: 2, den: 3, inclusive: true },
      returnedLimit: 'issued',
      pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
      bundle: 'each',
      procedure: { publication: { kind: 'days', n: days } },
    });
    const [later, sooner] = [
      await (await BallotSteps.draft(house, meeting, 'resolution', posted(9))).published(),
      await (await BallotSteps.draft(house, meeting, 'resolution', posted(3))).published(),
    ];
    const now = await (await BallotSteps.draft(house, meeting, 'resolution')).signed();
    for (const { id } of [later, sooner])
      await house.send('post', `/ballots/${id}/objections`, delegate as Person, { text: 'Hands were counted twice.' });
    const items = await itemsOf(organiser);
    expect(items.map(({ ballotId, matter }) => [ballotId, matter])).toEqual([
      [now.id, 'declare'],
      [sooner.id, 'answer-objection'],
      [later.id, 'answer-objection'],
    ]);
    expect(items.map(({ dueAt }) => typeof dueAt)).toEqual(['object', 'string', 'string']);
    expect(await owes(delegate as Person)).toEqual([]);
    expect(await owes(teller)).toEqual([]);
    expect(await owes((await Meeting.of(house)).organiser)).toEqual([]);
    expect((await house.send('get', '/owed', null)).status).toBe(401);
  });

  it('is the sheets of a box, and what they leave open', async () => {
    const meeting = await Meeting.of(house);
    const {
      tellers: [first, second],
      scrutineers: [chief],
    } = meeting;
    const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(1);
    expect(await Promise.all([first, second, chief].map(owes))).toEqual([['enter-sheets'], ['enter-sheets'], []]);
    await election.enter(first, [{ no: 1, marks: { c1: 'yes' } }]);
    await election.enter(second, [{ no: 1, marks: { c2: 'yes' } }]);
    expect(await Promise.all([first, second, chief].map(owes))).toEqual([[], [], ['settle-difference']]);
    await election.accepted(chief, 'decisions', { no: 1, marks: { c1: 'yes' } });
    expect(await owes(chief)).toEqual([]);
  });
});
