import type { DueRule, RunningPeriod } from '@plenum/calendar';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { opinionPeriod } from './opinion-deadline.js';
import { type Opinion, type OpinionChange, type OpinionContext, stepOf, withStep } from './opinion.js';
import type { BoxAuthority } from './opinion-box.js';
import { assertOpinionAction } from './policy.js';

/** What everybody is to read of a hint or an answer, in words that name nobody. */
export interface PublicationContent {
  readonly subject: string;
  readonly text: string;
  readonly reply: string;
}

/** What the committee decides. */
export type OpinionDecision =
  | { readonly outcome: 'ACCEPTED'; readonly reason: string | null }
  /** To a unit, by a rule of its own or by that of the box, with what the unit should know. */
  | { readonly outcome: 'ROUTED'; readonly unitId: string; readonly due: DueRule | null; readonly reason: string | null }
  | { readonly outcome: 'DECLINED'; readonly reason: string }
  | { readonly outcome: 'HINT'; readonly words: Omit<PublicationContent, 'reply'>; readonly reason: string | null };

/**
 * The committee takes the opinion on, routes it to a unit, declines it with a reason, or keeps it as a hint for a proposal, which everybody
 * may read in the committee's words. Routed or taken on anew, it is answered once more.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required`, `proposals.incomplete`,
 *   `proposals.due-in-the-past`, and what the calendar refuses
 */
export function decideOnOpinion(opinion: Opinion, by: BoxAuthority, decision: OpinionDecision, context: OpinionContext): OpinionChange {
  assertOpinionAction('decide', opinion, by);
  const { outcome } = decision;
  const reason = decision.reason?.trim() || null;
  const decided = { type: 'OpinionDecided', outcome, reason } as const;
  const step = (parts: object = {}) => stepOf('DECISION', by.memberId, context.at, { outcome, text: reason, ...parts });
  switch (decision.outcome) {
    case 'DECLINED':
      if (reason === null) throw ProposalErrors.reasonRequired();
      return withStep(opinion, { state: 'DECLINED', ...OWED_NO_MORE }, step(), decided);
    case 'HINT': {
      const { subject, text } = worded(decision.words, ['subject', 'text']);
      const publication = { subject, text, reply: null, at: context.at };
      return withStep(opinion, { state: 'HINT', ...OWED_NO_MORE, publication }, step(), decided);
    }
    case 'ACCEPTED': {
      if (opinion.state === 'ACCEPTED') throw ProposalErrors.wrongState('decide', 'ACCEPTED');
      const duePeriod = periodOf(null, context);
      const { dueOn } = duePeriod;
      return withStep(opinion, { state: 'ACCEPTED', unitId: null, dueOn, duePeriod, ...nextRound(opinion) }, step({ dueOn }), decided);
    }
    case 'ROUTED': {
      const { unitId, due } = decision;
      const duePeriod = periodOf(due, context);
      const { dueOn } = duePeriod;
      const parts = { state: 'ROUTED', unitId, dueOn, duePeriod, ...nextRound(opinion) } as const;
      return withStep(opinion, parts, step({ unitId, dueOn }), decided, { type: 'OpinionRouted', unitId, dueOn });
    }
  }
}

/**
 * The unit that it is with answers, or the committee what it took on itself.
 * @throws `proposals.not-the-handling-unit`, `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.incomplete`
 */
export function replyToOpinion(opinion: Opinion, by: BoxAuthority, said: string, { at }: OpinionContext): OpinionChange {
  assertOpinionAction('reply', opinion, by);
  const text = said.trim();
  if (text === '') throw ProposalErrors.incomplete(['text']);
  const step = stepOf('REPLY', by.memberId, at, { text, unitId: opinion.unitId });
  return withStep(opinion, { state: 'REPLIED', ...OWED_NO_MORE }, step, { type: 'OpinionReplied' });
}

/**
 * The suggester says whether the reply helped; only the committee hears it.
 * @throws `proposals.not-the-suggester`, `proposals.wrong-state`
 */
export function judgeReply(
  opinion: Opinion,
  by: BoxAuthority,
  { helped, comment }: { readonly helped: boolean; readonly comment: string | null },
  { at }: OpinionContext,
): OpinionChange {
  assertOpinionAction('judge', opinion, by);
  const step = stepOf('JUDGEMENT', by.memberId, at, { helped, text: comment?.trim() || null });
  return withStep(opinion, { state: 'JUDGED' }, step, { type: 'OpinionJudged' });
}

/** The suggester takes it back before anybody works on it. @throws `proposals.not-the-suggester`, `proposals.wrong-state` */
export function withdrawOpinion(opinion: Opinion, by: BoxAuthority, { at }: OpinionContext): OpinionChange {
  assertOpinionAction('withdraw', opinion, by);
  return withStep(opinion, { state: 'WITHDRAWN', ...OWED_NO_MORE }, stepOf('WITHDRAWAL', by.memberId, at));
}

/**
 * The committee publishes what was asked and answered, in words that name nobody.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.incomplete`
 */
export function publishOpinion(opinion: Opinion, by: BoxAuthority, words: PublicationContent, { at }: OpinionContext): OpinionChange {
  assertOpinionAction('publish', opinion, by);
  const publication = { ...worded(words, ['subject', 'text', 'reply']), at };
  return withStep(opinion, { publication }, stepOf('PUBLICATION', by.memberId, at));
}

/** @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required` */
export function unpublishOpinion(opinion: Opinion, by: BoxAuthority, reason: string, { at }: OpinionContext): OpinionChange {
  assertOpinionAction('unpublish', opinion, by);
  const text = reason.trim();
  if (text === '') throw ProposalErrors.reasonRequired();
  return withStep(opinion, { publication: null }, stepOf('UNPUBLISHING', by.memberId, at, { text }));
}

/** What is to be answered for the first time, or once more, is a round of its own; whoever replaces whom within it is not. */
const nextRound = ({ state, round }: Opinion): Pick<Opinion, 'round'> => ({
  round: state === 'RECEIVED' || state === 'JUDGED' ? round + 1 : round,
});

const OWED_NO_MORE = { dueOn: null, duePeriod: null } as const;

function periodOf(due: DueRule | null, context: OpinionContext): RunningPeriod {
  const period = opinionPeriod(due ?? context.box.answerWithin, context);
  if (period.dueOn < context.calendar.dayOf(context.at)) throw ProposalErrors.dueInThePast(period.dueOn);
  return period;
}

/** The words without the space around them. @throws `proposals.incomplete` */
function worded<W extends object>(words: W, fields: readonly (keyof W & string)[]): W {
  const trimmed = Object.fromEntries(fields.map((field) => [field, String(words[field]).trim()])) as W;
  const missing = fields.filter((field) => String(trimmed[field]) === '');
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  return trimmed;
}
