import { MalformedError } from '@plenum/kernel';
import type { Policy } from '../policy/policy.js';
import { scrutineer } from '../policy/authority.js';
import type { Ballot } from '../record/ballot.js';
import type { KindRules } from '../rules/adopted-rules.js';
import { PROCEDURE, procedureOf } from '../rules/procedure.js';
import { electionRulesOf } from '../rules/rules.js';
import { CHOICE_LISTS, hasSealed } from '../rules/vocabulary.js';
import { isThreeWay, pairsOf, paperLengthMax, questionsOf } from './sealed-questions.js';

/** A scrutineer's device gives its public key, as soon as officers are named. */
export const OFFER_KEY: Policy = {
  action: 'offer-key',
  who: scrutineer,
  from: ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'],
  channel: hasSealed,
};

/** A scrutineer's device gives its share of the closed and added up papers. */
export const ADD_SHARE: Policy = { action: 'add-share', who: scrutineer, from: ['CLOSED'], channel: hasSealed };

/** Questions that an archive takes; one for each matter of a resolution or subject of an appraisal. */
const QUESTIONS_MAX = 100;
/** Keeps a paper below what an endpoint takes: about 300 matters' answers, or 500 candidates. */
const PAPER_LENGTH_MAX = 950_000;

type Drafted = KindRules & Pick<Ballot, 'channel' | 'title' | 'choices' | 'scale'>;

/**
 * Whether what is drafted can be voted on by sealed papers. `rules.revote`, the number of shares and the marks of a sealed paper are
 * theirs alone. Write-ins are not possible; a mark against a candidate is where marks are three-way.
 * @throws MalformedError with the faulty field
 */
export function assertSealable(drafted: Drafted): void {
  const { channel, kind } = drafted;
  if (!hasSealed(channel)) return assertNotSealed(drafted);
  const questions = questionsOf(drafted);
  if (questions.length > QUESTIONS_MAX || paperLengthMax(questions, pairsOf(drafted)) > PAPER_LENGTH_MAX)
    refuse(CHOICE_LISTS[kind], 'too-many');
  const election = electionRulesOf(drafted);
  if (election && election.writeIns !== 'none') refuse('rules.writeIns', 'not-on-this-channel');
  if (election?.tie === 'fewer-against' && !isThreeWay(drafted)) refuse('rules.tie', 'not-on-this-channel');
}

/** Rules that speak of sealed papers where there are none. */
function assertNotSealed({ rules }: Drafted): void {
  if (rules.revote !== undefined) refuse('rules.revote', 'not-on-this-channel');
  const { sharesNeeded, sealedMarks } = procedureOf({ rules });
  if (sharesNeeded !== null) refuse('rules.procedure.sharesNeeded', 'not-on-this-channel');
  if (sealedMarks !== PROCEDURE.sealedMarks) refuse('rules.procedure.sealedMarks', 'not-on-this-channel');
}

/** Whether a voter may cast again until the closing, the last paper counting. */
export const mayRevote = ({ rules }: Pick<KindRules, 'rules'>): boolean => rules.revote === true;

function refuse(field: string, reason: string): never {
  throw new MalformedError([{ field, reason }]);
}
