import type { CivilDate } from '@plenum/calendar';
import { altered } from '../proposal/handling.js';
import type { ProposalMatter } from '../proposal/matter.js';
import type { Change } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Authority, committee } from '../proposal/authority.js';
import { maySeeAs } from '../proposal/visibility.js';
import type { ClosingOutcome } from '../vocabulary/vocabulary.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';
import { ended } from './ending.js';

/** What was said when committee, unit and proposers met, and what came of it. */
export interface Minutes {
  readonly metOn: CivilDate;
  readonly present: readonly string[];
  readonly minutes: string;
  readonly outcome: ClosingOutcome;
}

export const RECORD_MEETING: HandlingPolicy = { action: 'record-meeting', who: committee, from: ['ESCALATED'] };

/**
 * Records the meeting after the last round, which settles what the rounds did not: the work of the unit ends with its outcome, there is no
 * further round (DOMAIN 5, ESCALATED; Chongqing 27). The matter closes with the last of its handlings.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.meeting-in-the-future`, `proposals.incomplete`
 */
export function recordMeeting(matter: HandlingInMatter, by: Authority, minutes: Minutes, context: PolicyContext): Change {
  assertHandlingAllowed(RECORD_MEETING, matter, by, context);
  const { metOn, outcome } = minutes;
  const [present, text] = [[...new Set(minutes.present)], minutes.minutes.trim()];
  const missing = [...(present.length === 0 ? ['present'] : []), ...(text === '' ? ['minutes'] : [])];
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  if (metOn > context.calendar.dayOf(context.at)) throw ProposalErrors.meetingInTheFuture(metOn);
  const { memberId } = by;
  const { handling } = matter;
  const meeting = { metOn, present, minutes: text, by: memberId, at: context.at };
  const settled = altered(handling, { state: 'ENDED', meeting, ending: { outcome, reason: null, by: memberId, at: context.at } });
  return ended(matter, settled, context, [{ type: 'EscalationSettled', handlingId: handling.id, metOn, present, outcome }]);
}

/** Whether the member may read what was said there: who proposed it, handles it, is of the committee, or oversees the session. */
export function maySeeMinutes(matter: ProposalMatter, by: Authority): boolean {
  return (['author', 'unit', 'committee', 'oversight'] as const).some((reader) => maySeeAs(reader, matter, by));
}
