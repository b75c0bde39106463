import { type CallWindow, phaseOf } from '@plenum/proposals-domain';

/** A due rule as it was stated. */
export class DueRuleAnswer {
  kind!: 'date' | 'days' | 'working-days' | 'months';
  date?: string;
  n?: number;
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}

/** A call for proposals with the rules that hold under it. */
export class CallAnswer {
  id!: string;
  sessionId!: string;
  opensAt!: string;
  closesAt!: string;
  /** Where the present instant lies to the window. */
  phase!: 'before' | 'open' | 'after';
  minSeconders!: number;
  secondersMustBeDelegates!: boolean;
  nonDelegateMayPropose!: 'no' | 'as-suggestion' | 'yes';
  lateHandling!: 'suggestion' | 'refuse';
  lateReply!: 'accept' | 'refuse';
  withdrawUntil!: 'assignment' | 'reply';
  resultCategories!: string[];
  /** What a reply with a result must bring besides words; a result that is not named demands nothing. */
  resultDemands!: Record<string, 'promise' | 'evidence' | 'reason'>;
  replyDue!: DueRuleAnswer;
  feedbackDue!: DueRuleAnswer;
  rehandleDue!: DueRuleAnswer;
  maxRounds!: number;
  remindBeforeDays!: number;
  /** Counts the changes of the window. */
  version!: number;
}

/** The day that a due rule leads to. */
export class DueDateAnswer {
  dueOn!: string;
  /** The day may still move with the holidays of a year that are not announced. */
  provisional!: boolean;
}

/** The calls of an organisation, the latest first. */
export class CallsAnswer {
  items!: CallAnswer[];
}

/** A call as it is shown at an instant. */
export function callAnswer(call: CallWindow, at: Date): CallAnswer {
  const { id, sessionId, opensAt, closesAt, settings } = call;
  const window = { id, sessionId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), phase: phaseOf(call, at) };
  return { ...window, ...settings, version: call.version, resultCategories: [...settings.resultCategories] };
}
