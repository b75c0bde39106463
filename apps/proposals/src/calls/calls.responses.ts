import { type CallWindow, phaseOf } from '@plenum/proposals-domain';
import { CallSettingsAnswer, settingsAnswer } from './settings.responses.js';

/** A call for proposals with the rules that hold under it. */
export class CallAnswer extends CallSettingsAnswer {
  id!: string;
  sessionId!: string;
  opensAt!: string;
  closesAt!: string;
  /** Where the present instant lies to the window. */
  phase!: 'before' | 'open' | 'after';
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
  return { ...window, ...settingsAnswer(settings), version: call.version };
}
