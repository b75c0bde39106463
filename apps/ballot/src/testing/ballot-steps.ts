import type { BallotHouse, Meeting, Person } from './ballot-house.js';

const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false };

export const RESOLUTION_RULES = { quorum: TWO_THIRDS, returnedLimit: 'issued', pass: { ...MORE_THAN_HALF, base: 'roll' }, bundle: 'each' };
export const ELECTION_RULES = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  seats: 1,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: { ...MORE_THAN_HALF, base: 'roll' },
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'free',
};

/** What is decided on the version that was read. */
const DECISIONS: ReadonlySet<string> = new Set([
  'calling-off',
  'adoption',
  'roll',
  'officers',
  'opening',
  'closing',
  'corrections',
  'declaration',
  'approval',
  'rejection',
  'publication',
  'archiving',
  'annulment',
  'nomination/posting',
  'nomination/closing',
  'nomination/primary',
  'lots/voiding',
  'vacancies',
]);

/** No tally has this fingerprint. */
export const NO_DIGEST = '0'.repeat(64);

/** What a step sends: a decision names the version that the organiser reads, a signature the tally, unless another is named. */
export async function decidingOn(
  house: BallotHouse,
  { organiser }: Pick<Meeting, 'organiser'>,
  id: string,
  step: string,
  body?: object,
): Promise<object | undefined> {
  if (step === 'signatures') {
    const { digest = NO_DIGEST } = (await house.send('get', `/ballots/${id}/result`, organiser)).body as { digest?: string };
    return { digest, ...body };
  }
  if (!DECISIONS.has(step)) return body;
  const { version } = (await house.send('get', `/ballots/${id}`, organiser)).body as { version: number };
  return { version, ...body };
}

/** One ballot as people take it through its states, by HTTP only. Each step expects to be accepted. */
export class BallotSteps {
  private constructor(
    private readonly house: BallotHouse,
    readonly meeting: Meeting,
    readonly id: string,
    private readonly channel: 'hands' | 'paper',
    private readonly isAdopted = false,
  ) {}

  /** A drafted resolution by hands on one plan, or an election on paper of one of two. */
  static async draft(
    house: BallotHouse,
    meeting: Meeting,
    kind: 'resolution' | 'election',
    rules: object = kind === 'election' ? ELECTION_RULES : RESOLUTION_RULES,
  ): Promise<BallotSteps> {
    const channel = kind === 'election' ? 'paper' : 'hands';
    const choices =
      kind === 'election'
        ? {
            candidates: [
              { id: 'c1', label: 'One' },
              { id: 'c2', label: 'Two' },
            ],
          }
        : { items: [{ id: 'plan', label: 'The plan' }] };
    return BallotSteps.draftOf(house, meeting, { kind, channel, rules, ...choices });
  }

  /** A draft of whatever kind. */
  static async draftOf(
    house: BallotHouse,
    meeting: Meeting,
    body: { readonly kind: string; readonly channel: 'hands' | 'paper' } & Record<string, unknown>,
  ): Promise<BallotSteps> {
    const drafted = await house.send('post', '/ballots', meeting.organiser, { sessionId: meeting.sessionId, title: 'A vote', ...body });
    expect(drafted.body).toMatchObject({ state: 'RULES_DRAFT', version: 1 });
    return new BallotSteps(house, meeting, (drafted.body as { id: string }).id, body.channel);
  }

  /** A ballot on paper that came of another one, under rules already adopted. */
  static following(house: BallotHouse, meeting: Meeting, id: string): BallotSteps {
    return new BallotSteps(house, meeting, id, 'paper', true);
  }

  async named(): Promise<this> {
    const { organiser, officers } = this.meeting;
    if (!this.isAdopted) await this.accepted(organiser, 'adoption');
    await this.accepted(organiser, 'roll');
    await this.accepted(organiser, 'officers', officers);
    return this;
  }

  async opened(): Promise<this> {
    await this.named();
    await this.accepted(this.meeting.organiser, 'opening', {});
    return this;
  }

  async closed(returned = 3): Promise<this> {
    await this.opened();
    await this.accepted(this.meeting.organiser, 'closing', this.channel === 'paper' ? { returned } : {});
    return this;
  }

  /** Counted: five hands for the plan and one against, or three papers for the first. */
  async tallied(): Promise<this> {
    await this.closed();
    const [first, second] = this.meeting.tellers;
    if (this.channel === 'hands') await this.accepted(first, 'hands-count', { items: [{ id: 'plan', yes: 5, no: 1, abstain: 0 }] });
    else
      for (const teller of [first, second])
        await this.enter(
          teller,
          [1, 2, 3].map((no) => ({ no, marks: { c1: 'yes' } })),
        );
    await this.accepted(first, 'count', {});
    return this;
  }

  async signed(): Promise<this> {
    await this.tallied();
    await this.accepted(this.meeting.scrutineers[0], 'signatures', {});
    await this.accepted(this.meeting.tellers[0], 'signatures', {});
    return this;
  }

  async declared(): Promise<this> {
    await this.signed();
    await this.accepted(this.meeting.organiser, 'declaration');
    return this;
  }

  async published(): Promise<this> {
    await this.declared();
    await this.accepted(this.meeting.organiser, 'publication');
    return this;
  }

  async enter(teller: Person, sheets: readonly object[]): Promise<void> {
    const entered = await this.house.send('put', `/ballots/${this.id}/sheets`, teller, { sheets });
    expect(entered.body).toMatchObject({ entered: expect.any(Number) });
  }

  /** One step that must be accepted. */
  async accepted(as: Person, step: string, body?: object): Promise<{ state: string; version: number }> {
    const answer = await this.post(as, step, body);
    expect(answer).toMatchObject({ status: 200, body: { id: this.id } });
    return answer.body as { state: string; version: number };
  }

  async post(as: Person | null, step: string, body?: object) {
    return this.house.send('post', `/ballots/${this.id}/${step}`, as, await decidingOn(this.house, this.meeting, this.id, step, body));
  }

  get(as: Person | null, part = '') {
    return this.house.send('get', `/ballots/${this.id}${part}`, as);
  }
}
