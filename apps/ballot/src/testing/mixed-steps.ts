import { makeSlips, type PrintedSlip } from '@plenum/ballot-crypto';
import type { BallotHouse, Meeting, Person } from './ballot-house.js';
import { arithmetic, said, SEALED_RESOLUTION_RULES, SealedVote } from './sealed-steps.js';

/** Who signs in after the opening still gets a paper. */
export const ADMITTING_RULES = { ...SEALED_RESOLUTION_RULES, procedure: { lateArrivals: 'admitted' } };

/** A resolution on one plan, by devices, slips and paper, with the desks that hand these out. */
export class MixedVote {
  private constructor(
    readonly vote: SealedVote,
    readonly desk: Person,
    readonly codesDesk: Person,
  ) {}

  /** The roll is frozen, the officers are named, and every scrutineer gave a key. */
  static async ready(
    house: BallotHouse,
    meeting: Meeting,
    rules: object = SEALED_RESOLUTION_RULES,
    channel: 'sealed' | 'mixed' = 'mixed',
  ): Promise<MixedVote> {
    const codesDesk = meeting.person();
    await meeting.register(codesDesk);
    const vote = await SealedVote.named(house, meeting, 'resolution', rules, { channel, codesDesk: [codesDesk] });
    for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
    return new MixedVote(vote, meeting.tellers[1], codesDesk);
  }

  /** The codes desk's own device makes and prints slips, and sends what the service may know. */
  async prepareSlips(...serials: number[]): Promise<readonly PrintedSlip[]> {
    const { electionId } = (await this.vote.get(this.codesDesk, '/slips')).body as { electionId: string };
    const slips = makeSlips(arithmetic, electionId, serials);
    await this.vote.accepted(this.codesDesk, 'slips', {
      slips: slips.map(({ serial, publicCredential }) => ({ serial, publicCredential })),
    });
    return slips;
  }

  /** What an endpoint of a desk says. */
  async at(path: string, to: Person, as = path.startsWith('slips') ? this.codesDesk : this.desk, more: object = {}): Promise<string> {
    return said(await this.vote.post(as, path, { memberId: to.id, ...more }));
  }

  /** Both tellers read the sheets alike. */
  async enter(...marks: string[]): Promise<void> {
    const [first, second] = this.vote.meeting.tellers;
    const sheets = marks.map((mark, nth) => ({ no: nth + 1, marks: { plan: mark } }));
    for (const teller of [first, second])
      expect((await this.vote.house.send('put', `/ballots/${this.vote.id}/sheets`, teller, { sheets })).status).toBe(200);
  }
}
