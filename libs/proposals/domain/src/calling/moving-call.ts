import type { Authority } from '../proposal/authority.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type CallTargets, checkedTargets } from '../call/call-contents.js';
import type { CallWindow } from '../call/call-window.js';
import { assertCallAllows } from './policy.js';

/**
 * The same call for longer, or with null for all the year, under the same rules. What is over stays over: what came after it was told that
 * it was late. @throws `proposals.not-the-committee`, `proposals.call-closed`, `proposals.call-without-end`, `proposals.not-an-extension`
 */
export function extendCall(call: CallWindow, by: Authority, closesAt: Date | null, at: Date): CallWindow {
  assertCallAllows('extend', call, by, at);
  if (closesAt && call.closesAt && closesAt.getTime() <= call.closesAt.getTime()) throw ProposalErrors.notAnExtension(call.closesAt);
  return { ...call, closesAt, version: call.version + 1 };
}

/** The call over at once. @throws `proposals.not-the-committee`, `proposals.call-not-open`, `proposals.call-closed` */
export function closeCall(call: CallWindow, by: Authority, at: Date): CallWindow {
  assertCallAllows('close', call, by, at);
  return { ...call, closesAt: at, version: call.version + 1 };
}

/** The call with other targets. @throws `proposals.not-the-committee`, `proposals.setting-out-of-range` */
export function setTargets(call: CallWindow, by: Authority, targets: CallTargets, at: Date): CallWindow {
  assertCallAllows('set-targets', call, by, at);
  return { ...call, targets: checkedTargets(targets), version: call.version + 1 };
}
