import type { CivilDate } from '@plenum/calendar';
import type { Handling } from '../proposal/handling.js';
import type { Proposal } from '../proposal/proposal.js';
import type { DeadlineMetEvent, DeadlineSetEvent } from '../proposal/proposal.events.js';

/** What happened to a request; who asked, of whom and what for, the request itself says. */
export interface RequestEvent {
  readonly type: 'RequestMade' | 'RequestAnswered' | 'RequestTakenBack';
  readonly about: RequestSubject;
}

/** What becomes of the day by which its answer is owed. */
export interface AnswerDeadline {
  readonly about: RequestSubject;
  readonly fact: DeadlineSetEvent | DeadlineMetEvent;
}

/** The proposal that a request is about, as its events name it. */
export interface RequestSubject {
  readonly sessionId: string;
  readonly subject: string;
  readonly docketNo: string | null;
  /** Who leads it now. */
  readonly leadProposerId: string;
  /** What was said about it is kept from notices too. */
  readonly isConfidential: boolean;
  /** The lead unit of the work that it is about; null where it is about the proposal. */
  readonly unitId: string | null;
  /** Until when that unit's reply is due after an answer; null where it has none to give, or another unit has it now. */
  readonly replyDueOn: CivilDate | null;
}

/** The proposal of a request, and the work on it that it is about, as its events name them. */
export const subjectOf = (
  { sessionId, content, docketNo, leadProposerId, confidential }: Proposal,
  handling: Handling | null,
  replyDueOn: CivilDate | null = null,
): RequestSubject => ({
  sessionId,
  subject: confidential ? '' : content.subject,
  docketNo,
  leadProposerId,
  isConfidential: confidential !== null,
  unitId: handling?.leadUnitId ?? null,
  replyDueOn,
});
