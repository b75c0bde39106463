import { type DomainError, MalformedError } from '@plenum/kernel';
import type { Round } from '../counting/case.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, BLANK, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice } from '../record/candidates.js';
import type { Descent } from '../record/lineage.js';
import type { KindRules, Scale } from '../rules/adopted-rules.js';
import { readRules } from '../rules/rules.js';
import { assertScale } from '../rules/scale.js';
import { CHOICE_LISTS, type Channel, type Electorate, type VotedKind, type PresetId } from '../rules/vocabulary.js';
import { assertSealable } from '../sealed/sealed-rules.js';
import { descentFault } from './descent.js';
import { awaitsNomination, nominationRuleOf } from './nominations.js';
import { officerConflict } from './officers.js';

/** What an organiser says of a new ballot. */
export type Draft = KindRules & DraftParts;

interface DraftParts {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly channel: Channel;
  readonly round: Round;
  readonly choices: readonly Choice[];
  /** The session's delegates where it is not said. */
  readonly electorate?: Electorate;
  /** The preset that the rules started from. */
  readonly preset?: PresetId | null;
  /** The grades of an appraisal. */
  readonly scale?: Scale | null;
  /** The ballot that it follows, and how. */
  readonly follows?: string | null;
  readonly descent?: Descent | null;
}

/**
 * A ballot whose rules are still a draft (选举办法草案).
 * @throws `ballot.not-an-organiser`; MalformedError for grades that are none, for choices that repeat, and where who votes does not fit
 * what is voted on
 */
export function draft(given: Draft, by: Authority, at: Date): Change {
  if (!by.organises) throw BallotErrors.notAnOrganiser();
  assertDistinct(given.choices, given.kind);
  const { electorate = 'delegates', scale = null, preset = null } = given;
  assertScale(given.kind, scale);
  assertElectorate({ ...given, electorate });
  assertSealable({ ...given, scale });
  const { choices, follows = null, descent = null } = given;
  return {
    ballot: {
      ...given,
      ...BLANK,
      choices,
      electorate,
      scale,
      preset,
      follows,
      descent,
      state: 'RULES_DRAFT',
      createdBy: by.memberId,
      createdAt: at,
      version: 1,
    },
    events: [],
  };
}

/** Parts of a ballot that may still change; what is left out stays. */
export interface Revision {
  readonly title?: string;
  /** As they were sent: they are read by the kind of the ballot, of which whoever may not revise it learns nothing. */
  readonly rules?: unknown;
  readonly choices?: readonly Choice[];
  readonly scale?: Scale;
}

/** Once the rules are adopted candidates alone may change, and not where a nomination or an earlier round finds them. */
const settled = (ballot: Ballot): DomainError | null => {
  if (ballot.state === 'RULES_DRAFT') return null;
  if (!maySeekCandidates(ballot)) return BallotErrors.rulesFrozen();
  return nominationRuleOf(ballot) ? BallotErrors.nominatedOnly() : null;
};

export const REVISE: Policy = {
  action: 'revise',
  who: organiser,
  from: ['RULES_DRAFT', 'RULES_ADOPTED', 'ROLL_FROZEN'],
  precondition: settled,
};

/**
 * Changes title and rules while they are a draft; candidates until the voting opens, since they are nominated under the
 * adopted rules; where these have a nomination, by its own acts alone. A matter put to the vote is frozen with its rules. Who is an
 * officer cannot become a candidate.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.rules-frozen`, `ballot.nominated-only`, `ballot.officer-is-candidate`,
 *   `ballot.officer-is-relative`, and in a round that follows another `ballot.candidates-carried`, `ballot.candidates-fixed`,
 *   `ballot.not-among-elected`; MalformedError
 */
export function revise(ballot: Ballot, by: Authority, revision: Revision): Change {
  assertAllowed(REVISE, ballot, by);
  const { title = ballot.title, choices = ballot.choices, scale = ballot.scale } = revision;
  const frozen = [revision.title, revision.rules, revision.scale].some((part) => part !== undefined);
  if (ballot.state !== 'RULES_DRAFT' && frozen) throw BallotErrors.rulesFrozen();
  const ruled = revision.rules === undefined ? {} : readRules(ballot, revision.rules);
  assertDistinct(choices, ballot.kind);
  assertElectorate({ ...ballot, choices });
  const revised: Ballot = { ...ballot, ...ruled, title, choices, scale };
  assertSealable(revised);
  if (ballot.state === 'RULES_DRAFT') assertNoCandidatesYet(revised);
  const refused = officerConflict(revised) ?? descentFault(revised, ballot.choices);
  if (refused) throw refused;
  return changed(revised, {});
}

export const ADOPT: Policy = { action: 'adopt', who: organiser, from: ['RULES_DRAFT'] };

/**
 * Freezes the rules as the plenary adopted them: later changes need a new ballot.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`
 */
export function adopt(ballot: Ballot, by: Authority): Change {
  assertAllowed(ADOPT, ballot, by);
  return changed(ballot, { state: 'RULES_ADOPTED' }, { type: 'BallotAnnounced' });
}

/** Where candidates are found by nomination nobody is on the paper beforehand. @throws MalformedError */
export function assertNoCandidatesYet(ballot: Parameters<typeof awaitsNomination>[0] & Pick<Ballot, 'choices'>): void {
  if (awaitsNomination(ballot) && ballot.choices.length > 0)
    throw new MalformedError([{ field: CHOICE_LISTS.election, reason: 'found-by-nomination' }]);
}

/** Candidates are nominated under adopted rules; who is in a run-off the round before decided. */
const maySeekCandidates = ({ kind, round }: Ballot): boolean => kind === 'election' && round !== 'runoff';

/**
 * Who votes fits what is voted on: all staff only advise, the elected only choose officers, and heads of delegations only say which of the
 * proposals and units that are named are excellent. All else is decided by the delegates (R71).
 */
function assertElectorate({
  electorate,
  kind,
  choices,
  descent,
}: Pick<Ballot, 'electorate' | 'kind' | 'choices'> & Pick<Draft, 'descent'>): void {
  const malformed = (field: string, reason: string) => new MalformedError([{ field, reason }]);
  if (electorate === 'staff' && !isAdvisory(kind)) throw malformed('electorate', 'delegates-decide');
  if (electorate === 'heads' && kind !== 'resolution') throw malformed('electorate', 'heads-choose-proposals');
  if (electorate === 'heads' && choices.some(({ proposalId, unitId }) => !proposalId && !unitId))
    throw malformed('items', 'heads-choose-proposals');
  if (electorate === 'elected' && !descent?.eligible) throw malformed('electorate', 'only-of-a-second-stage');
}

/** Appraisals and polls tell the leaders something; they decide nothing (R87, S4). */
const isAdvisory = (kind: VotedKind): boolean => kind === 'appraisal' || kind === 'poll';

function assertDistinct(choices: readonly Choice[], kind: VotedKind): void {
  const field = CHOICE_LISTS[kind];
  if (choices.length === 0 && kind !== 'election') throw new MalformedError([{ field, reason: 'empty' }]);
  const ids = choices.map(({ id }) => id);
  const members = choices.map(({ memberId }) => memberId).filter((id) => id !== null);
  const proposals = choices.flatMap(({ proposalId }) => proposalId ?? []);
  const units = choices.flatMap(({ unitId }) => unitId ?? []);
  if (proposals.length > 0 && kind !== 'resolution')
    throw new MalformedError([{ field: `${field}.proposalId`, reason: 'not-of-this-kind' }]);
  // A unit is voted on as excellent, and what is about a proposal is about nothing else.
  if (units.length > 0 && (kind !== 'resolution' || choices.some(({ proposalId, unitId }) => proposalId && unitId)))
    throw new MalformedError([{ field: `${field}.unitId`, reason: 'not-of-this-kind' }]);
  if ([ids, members, proposals, units].some((each) => new Set(each).size < each.length))
    throw new MalformedError([{ field, reason: 'repeated' }]);
}
