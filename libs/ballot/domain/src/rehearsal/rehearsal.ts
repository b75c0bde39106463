import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { adopt, draft } from '../preparing/drafting.js';
import { nameOfficers } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { KindRules } from '../rules/adopted-rules.js';
import { procedureOf } from '../rules/procedure.js';
import { hasSealed } from '../rules/vocabulary.js';
import type { QuestionPair, SealedQuestion } from '../sealed/sealed-questions.js';
import { freezeRoll } from '../voting/opening.js';

const somethingToMark = ({ choices }: Ballot): DomainError | null => (choices.length > 0 ? null : BallotErrors.tooFewCandidates(0, 1));

export const REHEARSE: Policy = {
  action: 'rehearse',
  who: organiser,
  from: ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'],
  channel: hasSealed,
  precondition: somethingToMark,
};

/** The people of a rehearsal: none of them exists. */
export interface RehearsalPeople {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly voters: readonly string[];
  readonly scrutineers: readonly string[];
  readonly tellers: readonly string[];
}

/**
 * Whether a ballot may be rehearsed, with as many voters as it would have. @throws `ballot.not-an-organiser`, `ballot.wrong-channel`,
 * `ballot.wrong-state`, `ballot.too-few-candidates`, `ballot.empty-roll`
 */
export function assertMayRehearse(ballot: Ballot, by: Authority, voters: number): void {
  assertAllowed(REHEARSE, ballot, by);
  if (voters === 0) throw BallotErrors.emptyRoll();
}

/**
 * The practice ballot of a rehearsal (演练): the same question under the same rules of marking, for people who do not exist, in an
 * organisation of its own, so that no endpoint of a real one reaches it. It is as far as a ballot is before its keys are made. What
 * concerns only the real one is left out: how candidates are found, whether they are enough, what happens after the count.
 */
export function practiceOf(ballot: Ballot, cast: RehearsalPeople, at: Date): Ballot {
  const by: Authority = { memberId: cast.id, organises: true };
  const { id, organisationId, sessionId } = cast;
  const { title, round, scale } = ballot;
  const choices = ballot.choices.map((choice) => ({ ...choice, memberId: null }));
  const drafted = draft(
    { id, organisationId, sessionId, ...practiceRules(ballot), title, channel: 'sealed', round, choices, scale },
    by,
    at,
  ).ballot;
  const frozen = freezeRoll(adopt({ ...drafted, rehearses: ballot.id }, by).ballot, by, cast.voters.length).ballot;
  const [chiefScrutineer = '', chiefTeller = ''] = [cast.scrutineers[0], cast.tellers[0]];
  return nameOfficers(
    frozen,
    by,
    { scrutineers: cast.scrutineers, chiefScrutineer, tellers: cast.tellers, chiefTeller },
    new Set([...cast.scrutineers, ...cast.tellers]),
  ).ballot;
}

/** The rules of marking alone: of an election whatever candidates there are. */
function practiceRules(ballot: Ballot): KindRules {
  switch (ballot.kind) {
    case 'election': {
      const { procedure: _, ...rules } = ballot.rules;
      const { sealedMarks } = procedureOf(ballot);
      return { kind: ballot.kind, rules: { ...rules, surplus: null, tie: 'runoff', procedure: { sealedMarks } } };
    }
    case 'resolution': {
      const { procedure: _, ...rules } = ballot.rules;
      return { kind: ballot.kind, rules };
    }
    case 'appraisal':
    case 'poll': {
      const { procedure: _, ...rules } = ballot.rules;
      return { kind: ballot.kind, rules };
    }
  }
}

/** The n-th synthetic paper: a list of marks for each question; of two that go together nobody is marked in both. */
export function practicePaper(
  questions: readonly SealedQuestion[],
  pairs: readonly QuestionPair[],
  n: number,
): readonly (readonly number[])[] {
  const marks = questions.map((question, nth) => practiceMarks(question, n + nth));
  return marks.map((own, nth) => {
    const pair = pairs.find(({ against }) => against === nth);
    return pair ? own.map((mark, answer) => (marks[pair.approve]?.[answer] === 1 ? 0 : mark)) : own;
  });
}

/** How the n-th synthetic voter marks a question: every number of marks that is allowed comes up, and every answer. */
export function practiceMarks({ answers, min, max }: SealedQuestion, n: number): readonly number[] {
  const marks = min + (n % (max - min + 1));
  return answers.map((_, nth) => ((nth + answers.length - (n % answers.length)) % answers.length < marks ? 1 : 0));
}
