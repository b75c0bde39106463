import { MalformedError, type DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser, organiserOrOfficer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { RelativePair } from '../record/candidates.js';
import type { BallotState } from '../record/vocabulary.js';
import { procedureOf } from '../rules/procedure.js';

const PREPARING: readonly BallotState[] = ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'];

const asked = (ballot: Ballot): DomainError | null =>
  procedureOf(ballot).relatives === 'barred' ? null : BallotErrors.relativesNotAsked();

export const DECLARE_RELATIVES: Policy = { action: 'declare-relatives', who: organiserOrOfficer, from: PREPARING, precondition: asked };

/**
 * Keeps that two members are near relatives: an officer says it of themselves, an organiser of anybody. It is kept whoever it hits; where
 * it bars an officer the voting does not open until another one is named. `known` are the active members among the two.
 * @throws `ballot.not-an-officer`, `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.relatives-not-asked`,
 * `ballot.relative-unknown`; MalformedError for a pair of one
 */
export function declareRelatives(ballot: Ballot, by: Authority, { memberIds, kind }: RelativePair, known: ReadonlySet<string>): Change {
  assertAllowed(DECLARE_RELATIVES, ballot, by);
  const [one, other] = memberIds;
  if (one === other) throw new MalformedError([{ field: 'memberIds', reason: 'repeated' }]);
  if (!by.organises && !memberIds.includes(by.memberId)) throw BallotErrors.notAnOrganiser();
  const unknown = memberIds.filter((id) => !known.has(id));
  if (unknown.length > 0) throw BallotErrors.relativeUnknown(unknown);
  return changed(ballot, { relatives: [...without(ballot, memberIds), { memberIds: one < other ? [one, other] : [other, one], kind }] });
}

export const WITHDRAW_RELATIVES: Policy = { action: 'withdraw-relatives', who: organiser, from: PREPARING, precondition: asked };

/**
 * Takes back what was said in error.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.relatives-not-asked`, `ballot.relative-unknown`
 */
export function withdrawRelatives(ballot: Ballot, by: Authority, memberIds: RelativePair['memberIds']): Change {
  assertAllowed(WITHDRAW_RELATIVES, ballot, by);
  const left = without(ballot, memberIds);
  if (left.length === ballot.relatives.length) throw BallotErrors.relativeUnknown(memberIds);
  return changed(ballot, { relatives: left });
}

const without = ({ relatives }: Ballot, pair: RelativePair['memberIds']): RelativePair[] =>
  relatives.filter(({ memberIds }) => !memberIds.every((id) => pair.includes(id)));

/** The officers who are near relatives of a candidate; none where the rules allow it. */
export function relatedOfficers(ballot: Pick<Ballot, 'rules' | 'officers' | 'choices' | 'relatives'>): readonly string[] {
  if (ballot.relatives.length === 0 || procedureOf(ballot).relatives !== 'barred') return [];
  const candidates = new Set(ballot.choices.map(({ memberId }) => memberId));
  const isRelated = (officer: string): boolean =>
    ballot.relatives.some(
      ({ memberIds: [one, other] }) => (one === officer && candidates.has(other)) || (other === officer && candidates.has(one)),
    );
  return ballot.officers.map(({ memberId }) => memberId).filter(isRelated);
}
