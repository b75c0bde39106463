import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type CallContents, contentsWith } from './call-contents.js';
import { settingsWith } from './default-settings.js';
import type { ProposalSettings } from './settings.js';

/** A call for proposals (征集) of one session: a window of time, what it asks for, and the rules for all that is filed under it. */
export interface CallWindow extends CallContents {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  /** The first instant in the window. */
  readonly opensAt: Date;
  /**
   * The first instant past the window: a window that ends on a day ends at its 24:00. It may lie past the session (P7). Null where
   * proposals are taken all the year (P14): nothing is late then until the committee ends the call.
   */
  readonly closesAt: Date | null;
  readonly settings: ProposalSettings;
  /** Counts the changes of the window and the targets; 1 as it was opened. */
  readonly version: number;
}

/** Where an instant lies to the window. */
export type WindowPhase = 'before' | 'open' | 'after';

/** What opening a call needs to know; settings that are not stated are the defaults, and contents that are not, none. */
export interface NewCall extends Omit<CallWindow, keyof CallContents | 'settings' | 'version'>, Partial<CallContents> {
  readonly settings: Partial<ProposalSettings>;
}

/** A call with its rules complete. @throws `proposals.window-reversed` and what {@link settingsWith} and {@link contentsWith} refuse */
export function openCall({ settings, themes, exclusions, targets, ...window }: NewCall): CallWindow {
  const { opensAt, closesAt } = window;
  if (closesAt && opensAt.getTime() >= closesAt.getTime()) throw ProposalErrors.windowReversed();
  const contents = contentsWith({ ...(themes && { themes }), ...(exclusions && { exclusions }), ...(targets && { targets }) });
  return { ...window, ...contents, settings: settingsWith(settings), version: 1 };
}

/** Before the window, in it, or after: the closing instant itself is after. */
export function phaseOf({ opensAt, closesAt }: Pick<CallWindow, 'opensAt' | 'closesAt'>, at: Date): WindowPhase {
  if (at.getTime() < opensAt.getTime()) return 'before';
  return closesAt === null || at.getTime() < closesAt.getTime() ? 'open' : 'after';
}
