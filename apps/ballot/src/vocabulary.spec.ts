import { BALLOT_STATES, BallotErrors, DEADLINE_MATTERS, ELECTED_OFFICES, EXPLANATIONS, OFFICE_SCOPES } from '@plenum/ballot-domain';
import {
  BALLOT_DEADLINE_MATTERS,
  BALLOT_ERRORS,
  BALLOT_EXPLANATIONS,
  BALLOT_OUTCOMES,
  BALLOT_STATES as KNOWN_STATES,
  OFFICE_SCOPES as KNOWN_SCOPES,
  OFFICES,
} from '@plenum/contracts';
import type { CountedOutcome } from '@plenum/ballot-domain';
import type { DomainError } from '@plenum/kernel';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('the words that others know from the contracts', () => {
  it('are those of the domain', () => {
    expect(KNOWN_STATES).toEqual(BALLOT_STATES);
    expect(BALLOT_EXPLANATIONS).toEqual(EXPLANATIONS);
    expect(BALLOT_DEADLINE_MATTERS).toEqual(DEADLINE_MATTERS);
    expect(KNOWN_SCOPES).toEqual(OFFICE_SCOPES);
    expect(OFFICES).toEqual(expect.arrayContaining([...ELECTED_OFFICES]));
    const outcomesAreTheSame: Same<(typeof BALLOT_OUTCOMES)[number], CountedOutcome['status']> = true;
    expect(outcomesAreTheSame).toBe(true);
  });

  it('name every refusal', () => {
    const codes = Object.values(BallotErrors).map((make) => (make as (...facts: unknown[]) => DomainError)([], [], []).code);
    expect(codes.sort()).toEqual([...BALLOT_ERRORS].sort());
    expect(new Set(codes).size).toBe(codes.length);
  });
});
