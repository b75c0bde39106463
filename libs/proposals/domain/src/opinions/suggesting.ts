import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { opinionPeriod } from './opinion-deadline.js';
import type { Opinion, OpinionChange, OpinionContext, OpinionNumber } from './opinion.js';

/** What somebody puts in. */
export interface NewOpinion {
  readonly id: string;
  readonly organisationId: string;
  readonly suggesterId: string;
  readonly subject: string;
  readonly text: string;
}

/** How many of the same member came within the last day, and how many of theirs wait for an answer. */
export interface OpinionCounts {
  readonly lastDay: number;
  readonly waiting: number;
}

/**
 * Refuses what would flood the box, or comes while it is closed.
 * @throws `proposals.box-closed`, `proposals.too-many-opinions`
 */
export function assertMaySuggest({ box }: OpinionContext, { lastDay, waiting }: OpinionCounts): void {
  if (!box.isOpen) throw ProposalErrors.boxClosed();
  if (lastDay >= box.perDayMax) throw ProposalErrors.tooManyOpinions('day', box.perDayMax);
  if (waiting >= box.waitingMax) throw ProposalErrors.tooManyOpinions('waiting', box.waitingMax);
}

/**
 * Any member puts an opinion into the box, under the number that was drawn for it.
 * @throws `proposals.incomplete`
 */
export function suggest(made: NewOpinion, number: OpinionNumber, context: OpinionContext): OpinionChange {
  const [subject, text] = [made.subject.trim(), made.text.trim()];
  const missing = [...(subject === '' ? ['subject'] : []), ...(text === '' ? ['text'] : [])];
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  const duePeriod = opinionPeriod(context.box.decideWithin, context);
  const opinion: Opinion = {
    ...made,
    subject,
    text,
    number,
    state: 'RECEIVED',
    round: 0,
    unitId: null,
    dueOn: duePeriod.dueOn,
    duePeriod,
    steps: [],
    publication: null,
    suggestedAt: context.at,
    version: 1,
  };
  return { opinion, events: [{ type: 'OpinionReceived' }] };
}
