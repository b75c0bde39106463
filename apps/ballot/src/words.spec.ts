import { BALLOT_STATES, BallotErrors, EXPLANATIONS } from '@plenum/ballot-domain';
import { BALLOT_ERRORS, BALLOT_EXPLANATIONS, BALLOT_OUTCOMES, BALLOT_STATES as KNOWN_STATES } from '@plenum/contracts';
import type { CountedOutcome } from '@plenum/ballot-domain';
import type { DomainError } from '@plenum/kernel';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('the words that others know from the contracts', () => {
  it('are those of the domain', () => {
    expect(KNOWN_STATES).toEqual(BALLOT_STATES);
    expect(BALLOT_EXPLANATIONS).toEqual(EXPLANATIONS);
    const outcomesAreTheSame: Same<(typeof BALLOT_OUTCOMES)[number], CountedOutcome['status']> = true;
    expect(outcomesAreTheSame).toBe(true);
  });

  it('name every refusal', () => {
    const codes = Object.values(BallotErrors).map((make) => (make as (...facts: unknown[]) => DomainError)([], [], []).code);
    expect(codes.sort()).toEqual([...BALLOT_ERRORS].sort());
    expect(new Set(codes).size).toBe(codes.length);
  });
});
