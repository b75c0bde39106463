import { createHash, randomBytes } from 'node:crypto';
import { commitmentOf, draw } from '@plenum/ballot-domain';
import { textOfDocx } from '../documents/testing/docx-text.js';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const HALF_OR_MORE_OF_ROLL = { num: 1, den: 2, inclusive: true, base: 'roll' };

interface Drawing {
  readonly no: number;
  readonly tied: string[];
  readonly seats: number;
  readonly contributions: { readonly contribution: string | null }[];
  readonly elected: string[] | null;
}
interface Result {
  readonly seats: { readonly elected: { readonly id: string; readonly byLot: boolean }[] };
  readonly outcome: object;
  readonly digest: string;
  readonly drawings: Drawing[];
}

describe('lots', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  /** Three papers each for two candidates and one seat, signed. */
  async function tied(meeting: Meeting): Promise<BallotSteps> {
    const rules = {
      quorum: { num: 2, den: 3, inclusive: true },
      returnedLimit: 'issued',
      seats: 1,
      surplus: { rate: { num: 5, den: 100 }, min: 1 },
      elect: HALF_OR_MORE_OF_ROLL,
      tie: 'lots',
      shortage: 'vacant',
      writeIns: 'none',
    };
    const election = await BallotSteps.draftOf(house, meeting, {
      kind: 'election',
      channel: 'paper',
      rules,
      candidates: [
        { id: 'c1', label: 'One' },
        { id: 'c2', label: 'Two' },
      ],
    });
    await election.closed(6);
    const sheets = [1, 2, 3, 4, 5, 6].map((no) => ({ no, marks: { [no > 3 ? 'c2' : 'c1']: 'yes' } }));
    for (const teller of meeting.tellers.slice(0, 2)) await election.enter(teller, sheets);
    await election.accepted(meeting.tellers[0], 'count', {});
    for (const officer of [meeting.scrutineers[0], meeting.tellers[0]]) await election.accepted(officer, 'signatures', {});
    return election;
  }
  const refused = async (election: BallotSteps, as: Person, step: string, body: object, status: number, type: string): Promise<void> => {
    expect(await election.post(as, step, body)).toMatchObject({ status, body: { type } });
  };
  const promise = (election: BallotSteps, no: number, { id: memberId }: Person, contribution: string) => ({
    commitment: commitmentOf({ ballotId: election.id, no, memberId, contribution }, sha256),
  });

  it('are drawn by what two officers committed to, and anybody draws them again', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      scrutineers: [scrutineer],
      tellers: [teller],
      delegates: [delegate],
    } = meeting;
    const election = await tied(meeting);
    const [one, other] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    await refused(election, scrutineer, 'lots', {}, 403, 'ballot.not-an-organiser');
    await refused(election, organiser, 'declaration', {}, 409, 'ballot.lots-undrawn');
    await refused(election, scrutineer, 'lots/commitments', promise(election, 1, scrutineer, one), 409, 'ballot.lots-not-begun');
    await election.accepted(organiser, 'lots', {});
    await refused(election, organiser, 'lots/commitments', promise(election, 1, organiser, one), 403, 'ballot.not-an-officer');
    await refused(election, scrutineer, 'lots/commitments', { commitment: 'short' }, 400, 'malformed');
    await election.accepted(scrutineer, 'lots/commitments', promise(election, 1, scrutineer, one));
    await refused(election, scrutineer, 'lots/contributions', { contribution: one }, 409, 'ballot.lots-awaited');
    await election.accepted(teller, 'lots/commitments', promise(election, 1, teller, other));
    await election.accepted(teller, 'lots/contributions', { contribution: other });
    await refused(election, scrutineer, 'lots/contributions', { contribution: other }, 422, 'ballot.lot-refused');
    const before = (await election.get(organiser, '/result')).body as Result;
    expect(before).toMatchObject({ outcome: { status: 'lots' }, seats: { elected: [] } });

    await election.accepted(scrutineer, 'lots/contributions', { contribution: one });
    await refused(election, organiser, 'lots/voiding', { reason: 'Another one, please.' }, 409, 'ballot.lots-drawn');
    await election.accepted(organiser, 'declaration');
    const after = (await election.get(delegate ?? null, '/result')).body as Result;
    const [drawing] = after.drawings as [Drawing];
    const contributions = drawing.contributions.map(({ contribution }) => contribution ?? '');
    expect(contributions.sort()).toEqual([one, other].sort());
    expect(drawing.elected).toEqual(draw({ ballotId: election.id, tied: drawing.tied, seats: drawing.seats, contributions }, sha256));
    expect(after.seats.elected).toEqual([{ id: drawing.elected?.[0], byLot: true }]);
    expect([after.outcome, after.digest]).toEqual([before.outcome, before.digest]);

    const says = async (file: string, language: string) =>
      textOfDocx((await house.download(`/ballots/${election.id}/${file}.docx?language=${language}`, organiser)).body as Buffer);
    const [lucky = '', unlucky = ''] = drawing.elected?.[0] === 'c1' ? ['One', 'Two'] : ['Two', 'One'];
    const [chinese, english] = [await says('result-notice', 'zh'), await says('result-notice', 'en')];
    for (const words of [`${lucky}（抽签）`, '抽签当选', '抽签未中', '票数相等，由抽签决定']) expect(chinese).toContain(words);
    for (const words of [`${lucky} (by lot)`, 'elected by lot', 'not drawn', 'lots were drawn between those level'])
      expect(english).toContain(words);
    expect(`${chinese}${english}`).not.toMatch(new RegExp(`${unlucky}(（抽签）| \\(by lot\\))`));
    // The tally sheet stays as it was signed: before lots were drawn.
    expect(await says('tally-sheet', 'both')).not.toMatch(/抽签当选|（抽签）|by lot/);
  });

  it('are begun anew where an officer does not reveal, and no drawing is ever overwritten', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      scrutineers: [scrutineer],
      tellers: [teller],
    } = meeting;
    const election = await tied(meeting);
    const [one, other] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    const committed = async (no: number): Promise<void> => {
      await election.accepted(organiser, 'lots', {});
      await election.accepted(scrutineer, 'lots/commitments', promise(election, no, scrutineer, one));
      await election.accepted(teller, 'lots/commitments', promise(election, no, teller, other));
      await election.accepted(scrutineer, 'lots/contributions', { contribution: one });
    };
    await committed(1);
    await refused(election, scrutineer, 'lots/voiding', { reason: 'x' }, 403, 'ballot.not-an-organiser');
    await election.accepted(organiser, 'lots/voiding', { reason: 'The chief teller fell ill.' });
    await committed(2);
    await election.accepted(teller, 'lots/contributions', { contribution: other });
    const { drawings } = (await election.get(organiser, '/result')).body as Result;
    expect(drawings).toMatchObject([
      { no: 1, elected: null, voidedBecause: 'The chief teller fell ill.', contributions: [{ contribution: one }, { contribution: null }] },
      { no: 2, voidedBecause: null, elected: [expect.any(String)] },
    ]);
    const overwrite = "UPDATE ballots SET drawings = jsonb_set(drawings, '{0,voided}', 'null') WHERE id = $1";
    await expect(house.database.query(overwrite, [election.id])).rejects.toThrow('a drawing of lots is final');
    await expect(house.database.query("UPDATE ballots SET drawings = '[]' WHERE id = $1", [election.id])).rejects.toThrow(
      'a drawing of lots is',
    );
  });
});
