import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { settingsWith } from './default-settings.js';
import type { ProposalSettings } from './settings.js';

/** A call for proposals (征集) of one session: a window of time, and the rules for all that is filed under it. */
export interface CallWindow {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  /** The first instant in the window. */
  readonly opensAt: Date;
  /** The first instant past the window: a window that ends on a day ends at its 24:00. */
  readonly closesAt: Date;
  readonly settings: ProposalSettings;
  /** Counts the changes of the window; 1 as it was opened. */
  readonly version: number;
}

/** Where an instant lies to the window. */
export type WindowPhase = 'before' | 'open' | 'after';

/** What opening a call needs to know; settings that are not stated are the defaults. */
export interface NewCall extends Omit<CallWindow, 'settings' | 'version'> {
  readonly settings: Partial<ProposalSettings>;
}

/** A call with its rules complete. @throws `proposals.window-reversed` and what {@link settingsWith} refuses. */
export function openCall({ settings, ...window }: NewCall): CallWindow {
  if (window.opensAt.getTime() >= window.closesAt.getTime()) throw ProposalErrors.windowReversed();
  return { ...window, settings: settingsWith(settings), version: 1 };
}

/**
 * The same call for longer, under the same rules. What is over stays over: what came after it was told that it was late.
 * @throws `proposals.call-closed`, `proposals.not-an-extension`
 */
export function extendCall(call: CallWindow, closesAt: Date, at: Date): CallWindow {
  if (phaseOf(call, at) === 'after') throw ProposalErrors.callClosed(call.closesAt);
  if (closesAt.getTime() <= call.closesAt.getTime()) throw ProposalErrors.notAnExtension(call.closesAt);
  return { ...call, closesAt, version: call.version + 1 };
}

/** The call over at once. @throws `proposals.call-not-open`, `proposals.call-closed` */
export function closeCall(call: CallWindow, at: Date): CallWindow {
  const phase = phaseOf(call, at);
  // A window that was open for no time at all is no window.
  if (phase === 'before' || at.getTime() === call.opensAt.getTime()) throw ProposalErrors.callNotOpen(call.opensAt);
  if (phase === 'after') throw ProposalErrors.callClosed(call.closesAt);
  return { ...call, closesAt: at, version: call.version + 1 };
}

/** Before the window, in it, or after: the closing instant itself is after. */
export function phaseOf({ opensAt, closesAt }: CallWindow, at: Date): WindowPhase {
  if (at.getTime() < opensAt.getTime()) return 'before';
  return at.getTime() < closesAt.getTime() ? 'open' : 'after';
}
