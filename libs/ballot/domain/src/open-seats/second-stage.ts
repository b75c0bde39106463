import { type DomainError, MalformedError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { draft } from '../preparing/drafting.js';
import type { Ballot, Change } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { type BallotState, DECLARED_STATES } from '../record/vocabulary.js';
import type { AdoptedElectionRules } from '../rules/adopted-rules.js';
import { procedureOf } from '../rules/procedure.js';
import type { Channel, Electorate, PresetId } from '../rules/vocabulary.js';
import { supplementaryDecision } from './decisions.js';
import { electedIn, memberOf } from './seats.js';

/** Who elects the officers: the elected themselves, or all delegates (R20, R56). */
export type OfficersElectorate = Extract<Electorate, 'elected' | 'delegates'>;

/** What an organiser says of a second stage. */
export interface SecondStage {
  readonly id: string;
  readonly title: string;
  readonly channel: Channel;
  readonly electorate: OfficersElectorate;
  readonly rules: AdoptedElectionRules;
  readonly preset: PresetId | null;
  /** Who of the elected stands, by member; all of them where it is not said. */
  readonly candidates: readonly string[] | null;
  /** Which members they are whom the result knows by name alone, by the ids of the result. */
  readonly identities: ReadonlyMap<string, string>;
}

/** Where the first round elected nobody, a further one may have. */
const somebodyElected = (ballot: Ballot): DomainError | null =>
  electedIn(ballot).length > 0 || asksForMore(ballot) ? null : BallotErrors.nobodyElected();

export const SECOND_STAGE: Policy = { action: 'second-stage', who: organiser, from: DECLARED_STATES, precondition: somebodyElected };

/**
 * Prepares the election of officers from among the elected (row 42 of DOMAIN 2.4, R56): a ballot of its own with its own rules, which are a
 * draft, roll, officers and papers. Nobody but the elected can stand, and where they vote themselves they are the whole roll.
 * `rounds` are the election and the further rounds that filled its seats, in their order; one that is still asked for must be over before.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nobody-elected`, `ballot.rounds-open`, `ballot.elected-unknown`,
 *   `ballot.not-among-elected`; MalformedError for rules that have a nomination: who may stand is known
 */
export function secondStage(rounds: readonly [Ballot, ...Ballot[]], by: Authority, given: SecondStage, at: Date): Change {
  const [first, ...further] = rounds;
  assertAllowed(SECOND_STAGE, first, by);
  const last = further.at(-1) ?? first;
  const declared: readonly BallotState[] = DECLARED_STATES;
  if (asksForMore(last) || further.some(({ state }) => !declared.includes(state))) throw BallotErrors.roundsOpen();
  const body = rounds.flatMap((round) => electedIn(round).map(({ id }) => personOf(round, id, given.identities)));
  if (body.length === 0) throw BallotErrors.nobodyElected();
  const unknown = body.filter(({ memberId }) => memberId === null).map(({ resultId }) => resultId);
  if (unknown.length > 0) throw BallotErrors.electedUnknown(unknown);
  const eligible = body.flatMap(({ memberId }) => memberId ?? []);
  if (new Set(eligible).size < eligible.length) throw new MalformedError([{ field: 'identities', reason: 'repeated' }]);
  const outside = given.candidates?.filter((memberId) => !eligible.includes(memberId)) ?? [];
  if (outside.length > 0) throw BallotErrors.notAmongElected(outside);
  const standing =
    given.candidates === null ? body : body.filter(({ memberId }) => memberId !== null && given.candidates?.includes(memberId));
  const choices = standing.map(({ label, memberId }, nth) => ({ id: `e${nth + 1}`, label, memberId }));
  const { id, title, channel, electorate, rules, preset } = given;
  if (procedureOf({ rules }).nomination)
    throw new MalformedError([{ field: 'rules.procedure.nomination', reason: 'not-in-a-second-stage' }]);
  const descent = { as: 'second-stage', standing: [], othersMayStand: true, eligible } as const;
  const { organisationId, sessionId } = first;
  const drafted = draft(
    {
      id,
      organisationId,
      sessionId,
      kind: 'election',
      round: 'first',
      title,
      channel,
      electorate,
      rules,
      preset,
      choices,
      follows: first.id,
      descent,
    },
    by,
    at,
  );
  return { ...drafted, ballot: { ...drafted.ballot, relatives: relativesIn(rounds) } };
}

/** What was said of near relatives in any of the rounds, each pair once: it is of the persons, not of the round (R40). */
function relativesIn(rounds: readonly Ballot[]): Ballot['relatives'] {
  const pairs = rounds.flatMap(({ relatives }) => relatives.map((each) => [each.memberIds.join(), each] as const));
  return [...new Map(pairs).values()];
}

/** Whether the last round of an election still asks for another one, which then is not prepared or not over. */
const asksForMore = (last: Ballot): boolean => {
  const { tally } = last;
  return (tally !== null && 'nextRound' in tally.outcome && tally.outcome.nextRound !== null) || supplementaryDecision(last) !== null;
};

interface Person {
  /** As the result has it. */
  readonly resultId: string;
  readonly label: string;
  readonly memberId: string | null;
}

function personOf(round: Ballot, resultId: string, identities: ReadonlyMap<string, string>): Person {
  const label = round.choices.find(({ id }) => id === resultId)?.label ?? resultId;
  return { resultId, label, memberId: memberOf(round, resultId) ?? identities.get(resultId) ?? null };
}
