import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice } from '../record/candidates.js';
import type { VotedKind } from '../rules/vocabulary.js';

/** How long a profile may be, in characters as people count them. */
export const PROFILE_TEXT_MAX = 500;

/**
 * What a candidate, or somebody appraised, hands in about themselves. It is read beside the paper, and is no part of the vote: nothing that
 * is sealed, counted or archived has it.
 */
export interface Profile {
  readonly choiceId: string;
  /** Empty where there is only a picture. */
  readonly text: string;
  /** The fingerprint of the picture; null where there is only a text. */
  readonly picture: string | null;
}

/** A choice whose profile goes on under the id of another list. */
export interface ProfileMove {
  readonly from: string;
  readonly to: string;
}

/** Only people have profiles: who stands, and who is appraised. */
const DESCRIBED: readonly VotedKind[] = ['election', 'appraisal'];

/** Only a draft is described: once it is announced everybody reads the same. */
export const DESCRIBE: Policy = {
  action: 'describe',
  who: organiser,
  from: ['RULES_DRAFT'],
  precondition: ({ kind }) => (DESCRIBED.includes(kind) ? null : BallotErrors.notDescribed(kind)),
};

/**
 * Whether a profile of these people may be changed now. @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.not-described`,
 * `ballot.choice-unknown`
 */
export function assertMayDescribe(ballot: Ballot, by: Authority, choiceIds: readonly string[]): void {
  assertAllowed(DESCRIBE, ballot, by);
  const unknown = choiceIds.filter((id) => !ballot.choices.some((choice) => choice.id === id));
  if (unknown.length > 0) throw BallotErrors.choiceUnknown();
}

/**
 * The ballot once profiles of it have changed: a new version, so that nobody adopts what they have not read. @throws as {@link
 * assertMayDescribe}
 */
export function describe(ballot: Ballot, by: Authority, choiceIds: readonly string[]): Change {
  assertMayDescribe(ballot, by, choiceIds);
  return changed(ballot, {});
}

/** Whose profiles go on when a list becomes another: of the same people alone, so that nobody stands beside what another one handed in. */
export function profilesGoingOn(before: readonly Choice[], after: readonly Choice[]): readonly ProfileMove[] {
  return after.flatMap((choice) => {
    const same = before.find((each) => isSamePerson(each, choice));
    return same ? [{ from: same.id, to: choice.id }] : [];
  });
}

/** Members are known by their ids: what they are called may get a staff number. Everybody else is known by name alone. */
const isSamePerson = (one: Choice, other: Choice): boolean =>
  one.memberId === null && other.memberId === null ? one.label === other.label : one.memberId === other.memberId;
