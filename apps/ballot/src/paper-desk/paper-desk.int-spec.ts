import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';

describe('the paper desk', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  /** An election on paper that both tellers read alike. */
  const read = async (meeting: Meeting, sheets: readonly object[]): Promise<BallotSteps> => {
    const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(sheets.length);
    for (const teller of meeting.tellers.slice(0, 2)) await election.enter(teller, sheets);
    return election;
  };
  const refused = async (election: BallotSteps, as: Person, step: string, body?: object) => {
    const { status, body: answer } = await election.post(as, step, body);
    return [status, (answer as { type: string }).type];
  };

  describe('leaves doubtful sheets to the scrutineers', () => {
    const doubt = { reason: 'illegible', marks: ['c2'] };

    it('who decide them by two before the count goes on', async () => {
      const meeting = await Meeting.of(house);
      const {
        organiser,
        tellers: [first],
        scrutineers: [chief, second],
      } = meeting;
      const election = await read(meeting, [
        { no: 1, marks: { c1: 'yes' } },
        { no: 2, marks: { c1: 'yes' }, doubt },
        { no: 3, marks: {}, doubt: { reason: 'noSeal' } },
      ]);
      expect(await election.post(first, 'count', {})).toMatchObject({
        status: 409,
        body: { type: 'ballot.doubts-open', details: { open: 2, sheets: ['2', '3'] } },
      });
      const partly = { no: 2, verdict: 'partly', reason: 'illegible', marks: { c1: 'yes' } };
      await election.accepted(chief, 'rulings', partly);
      expect((await election.get(first, '/doubts')).body).toMatchObject({
        mayRule: false,
        needed: 2,
        items: [
          {
            no: 2,
            decided: false,
            readings: [{ doubt }, { doubt }],
            rulings: [{ scrutineer: { id: chief.id }, verdict: 'partly', marks: { c1: 'yes' } }],
          },
          { no: 3, rulings: [] },
        ],
      });
      await election.accepted(second, 'rulings', { ...partly, verdict: 'valid' });
      expect((await election.get(second, '/doubts')).body).toMatchObject({ mayRule: true, items: [{ decided: false }, {}] });
      await election.accepted(second, 'rulings', partly);
      for (const scrutineer of [chief, second])
        await election.accepted(scrutineer, 'rulings', { no: 3, verdict: 'invalid', reason: 'noSeal' });
      await election.accepted(organiser, 'count', {});
      const { papers, counts } = (await election.get(first, '/result')).body as { papers: object; counts: object };
      expect(counts).toMatchObject({ returned: 3, invalid: 1, valid: 2 });
      expect(papers).toEqual({
        returned: 3,
        valid: 2,
        invalid: 1,
        reasons: { noSeal: 1 },
        doubtful: { partly: { illegible: 1 }, invalid: { noSeal: 1 } },
      });
    });

    it('and to nobody else', async () => {
      const meeting = await Meeting.of(house);
      const {
        organiser,
        tellers: [first],
        scrutineers: [chief],
        delegates: [delegate],
      } = meeting;
      const election = await read(meeting, [
        { no: 1, marks: {}, doubt },
        { no: 2, marks: {} },
        { no: 3, marks: {} },
      ]);
      const ruling = { no: 1, verdict: 'valid', reason: 'illegible', marks: {} };
      for (const other of [first, organiser, delegate as Person])
        expect(await refused(election, other, 'rulings', ruling)).toEqual([403, 'ballot.not-a-scrutineer']);
      expect(await refused(election, chief, 'rulings', { ...ruling, no: 2 })).toEqual([409, 'ballot.no-doubt']);
      for (const wrong of [
        { verdict: 'invalid', marks: { c1: 'yes' } },
        { verdict: 'maybe' },
        { reason: 'ugly' },
        { marks: { c1: 'perhaps' } },
        { voter: 'm1' },
      ]) {
        expect((await election.post(chief, 'rulings', { ...ruling, ...wrong })).status).toBe(400);
      }
      for (const other of [organiser, delegate as Person])
        expect(await election.get(other, '/doubts')).toMatchObject({ status: 403, body: { type: 'ballot.not-an-officer' } });
    });

    it('not before both entries are complete, nor in a vote by hands', async () => {
      const meeting = await Meeting.of(house);
      const {
        tellers: [first],
        scrutineers: [chief],
      } = meeting;
      const election = await (await BallotSteps.draft(house, meeting, 'election')).closed(1);
      await election.enter(first, [{ no: 1, marks: {}, doubt }]);
      // Who watches is told nothing of how far either entry is.
      expect(await election.get(chief, '/doubts')).toMatchObject({ status: 200, body: { items: [] } });
      expect((await election.get(chief, '/differences')).body).toEqual({ isComplete: false, maySettle: true, items: [] });
      expect(await election.get(chief, '/written-names')).toMatchObject({ status: 200, body: { items: [] } });
      expect(await refused(election, chief, 'rulings', { no: 1, verdict: 'valid', reason: 'illegible' })).toEqual([
        409,
        'ballot.entries-incomplete',
      ]);
      const hands = await (await BallotSteps.draft(house, meeting, 'resolution')).closed();
      expect(await hands.get(chief, '/doubts')).toMatchObject({ body: { type: 'ballot.wrong-channel' } });
      expect(await hands.get(chief, '/written-names')).toMatchObject({ body: { type: 'ballot.wrong-channel' } });
    });
  });

  describe('has two officers say whom a written name means', () => {
    // DOMAIN 6.3, example 18: the same person written three ways is merged before counting.
    it('so that one person spelled three ways is one in the count, and the spelling is proposed the next time', async () => {
      const meeting = await Meeting.of(house);
      const {
        organiser,
        tellers: [first, second],
        scrutineers: [chief],
      } = meeting;
      const wang = meeting.person();
      await meeting.register(wang);
      const name = `Name ${wang.id.slice(0, 4)}`;
      const spellings = [name, name.replace(' ', ''), 'Wang'];
      const sheets = [...spellings, spellings[2]].map((each, nth) => ({ no: nth + 1, marks: {}, writeIns: [each] }));
      const election = await read(meeting, sheets);
      expect(await election.post(first, 'count', {})).toMatchObject({
        status: 409,
        body: { type: 'ballot.names-unmatched', details: { open: 3 } },
      });
      const desk = async () =>
        (
          (await election.get(chief, '/written-names')).body as {
            items: { name: string; papers: number; open: boolean; match: object | null; suggestions: object[] }[];
          }
        ).items;
      expect((await desk()).find((each) => each.name === 'Wang')).toEqual({
        name: 'Wang',
        papers: 2,
        open: true,
        match: null,
        suggestions: [],
      });
      expect((await desk()).find((each) => each.name === spellings[1])?.suggestions).toEqual([
        { memberId: wang.id, candidateId: null, label: name, from: 'register' },
      ]);
      for (const spelling of spellings)
        await election.accepted(first, 'name-matches', { name: spelling, memberId: wang.id, eligible: true });
      expect(await refused(election, first, 'name-confirmations', { name: 'Wang', memberId: wang.id, eligible: true })).toEqual([
        403,
        'ballot.same-officer',
      ]);
      for (const spelling of spellings)
        await election.accepted(second, 'name-confirmations', { name: spelling, memberId: wang.id, eligible: true });
      expect((await desk()).find((each) => each.name === 'Wang')).toMatchObject({
        open: false,
        match: { label: name, proposedBy: { id: first.id }, confirmedBy: { id: second.id } },
      });
      await election.accepted(organiser, 'count', {});
      expect((await election.get(first, '/result')).body).toMatchObject({
        outcome: { elected: [name] },
        countingCase: { writeIns: [{ id: name, yes: 4, eligible: true }] },
      });

      const later = await read(meeting, [{ no: 1, marks: {}, writeIns: ['wang'] }]);
      const answer = (await later.get(first, '/written-names')).body as { items: { suggestions: object[] }[] };
      expect(answer.items[0]?.suggestions).toEqual([{ memberId: wang.id, candidateId: null, label: name, from: 'alias' }]);
    });

    it('to be a listed candidate, which spoils the paper, or somebody of one canonical name, electable or not', async () => {
      const meeting = await Meeting.of(house);
      const {
        tellers: [first, second],
        scrutineers: [chief],
      } = meeting;
      const election = await read(
        meeting,
        [['Zhao'], ['One'], ['zhao san', 'Zhao']].map((writeIns, nth) => ({ no: nth + 1, marks: {}, writeIns })),
      );
      const match = async (statement: object) => {
        await election.accepted(chief, 'name-matches', statement);
        await election.accepted(second, 'name-confirmations', statement);
      };
      await match({ name: 'One', candidateId: 'c1', eligible: true });
      await match({ name: 'Zhao', canonical: '赵三', eligible: false });
      await match({ name: 'zhao san', canonical: '赵三', eligible: true });
      expect(await election.post(first, 'count', {})).toMatchObject({ body: { type: 'ballot.names-unmatched', details: { open: 2 } } });
      await match({ name: 'zhao san', canonical: '赵三', eligible: false });
      await election.accepted(first, 'count', {});
      expect((await election.get(first, '/result')).body).toMatchObject({
        countingCase: { writeIns: [{ id: '赵三', yes: 1, eligible: false }], counts: { invalid: 2 } },
        papers: { reasons: { listedWriteIn: 1 } },
      });
    });

    it('and refuses who is nobody, two persons at once, and everybody who is no officer', async () => {
      const meeting = await Meeting.of(house);
      const stranger = await Meeting.of(house);
      const {
        organiser,
        tellers: [first, second],
        delegates: [delegate],
      } = meeting;
      const election = await read(meeting, [{ no: 1, marks: {}, writeIns: ['Zhao'] }]);
      const statement = { name: 'Zhao', canonical: '赵三', eligible: true };
      for (const other of [organiser, delegate as Person]) {
        expect(await refused(election, other, 'name-matches', statement)).toEqual([403, 'ballot.not-an-officer']);
        expect(await refused(election, other, 'name-confirmations', statement)).toEqual([403, 'ballot.not-an-officer']);
        expect(await election.get(other, '/written-names')).toMatchObject({ status: 403 });
      }
      const unknown = [{ memberId: stranger.organiser.id }, { candidateId: 'c9' }].map((person) => ({
        name: 'Zhao',
        eligible: true,
        ...person,
      }));
      for (const nobody of unknown) expect(await refused(election, first, 'name-matches', nobody)).toEqual([422, 'ballot.person-unknown']);
      const retained = election.meeting.person();
      await election.meeting.register(retained, 'RETAINED');
      expect(await refused(election, first, 'name-matches', { name: 'Zhao', memberId: retained.id, eligible: true })).toEqual([
        422,
        'ballot.candidate-ineligible',
      ]);
      for (const wrong of [
        { name: 'Zhao', eligible: true },
        { ...statement, candidateId: 'c1' },
        { ...statement, eligible: 'yes' },
      ]) {
        expect((await election.post(first, 'name-matches', wrong)).status).toBe(400);
      }
      expect(await refused(election, first, 'name-matches', { ...statement, name: 'Qian' })).toEqual([422, 'ballot.name-not-written']);
      expect(await refused(election, second, 'name-confirmations', statement)).toEqual([409, 'ballot.match-differs']);
      await election.accepted(first, 'name-matches', statement);
      expect(await refused(election, second, 'name-confirmations', { ...statement, canonical: '赵四' })).toEqual([
        409,
        'ballot.match-differs',
      ]);
    });
  });
});
