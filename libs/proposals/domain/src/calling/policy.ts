import { type Policy as ActionPolicy, policyDecisions } from '@plenum/kernel';
import { type Authority, committee } from '../proposal/authority.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type CallWindow, phaseOf, type WindowPhase } from '../call/call-window.js';

/** Everything that can be done to a call once it is made. */
export const CALL_ACTIONS = ['extend', 'close', 'set-targets'] as const;
export type CallAction = (typeof CALL_ACTIONS)[number];

/** The states of a call: where the present instant lies to its window. */
export const WINDOW_PHASES: readonly WindowPhase[] = ['before', 'open', 'after'];

/** A call at an instant: what its policies look at. */
export interface CallInWindow {
  readonly state: WindowPhase;
  readonly call: CallWindow;
}

type CallPolicy = ActionPolicy<CallAction, CallInWindow, Authority, [at: Date]>;

/** Every action with its policy: each is the committee's, and a refusal says when the window opens, or was over. */
export const CALL_POLICIES: Readonly<Record<CallAction, CallPolicy>> = {
  extend: {
    action: 'extend',
    who: committee,
    from: WINDOW_PHASES,
    precondition: ({ state, call }) => {
      if (state === 'after') return ProposalErrors.callClosed(call.closesAt);
      return call.closesAt === null ? ProposalErrors.callWithoutEnd() : null;
    },
  },
  close: {
    action: 'close',
    who: committee,
    from: WINDOW_PHASES,
    precondition: ({ state, call }, _by, at) => {
      // A window that was open for no time at all is no window.
      if (state === 'before' || at.getTime() === call.opensAt.getTime()) return ProposalErrors.callNotOpen(call.opensAt);
      return state === 'after' ? ProposalErrors.callClosed(call.closesAt) : null;
    },
  },
  // They are no rule, and may be said at any time.
  'set-targets': { action: 'set-targets', who: committee, from: WINDOW_PHASES },
};

const decisions = policyDecisions<CallPolicy, CallInWindow, Authority, [at: Date]>(ProposalErrors);

/** What the member may do to the call at an instant. */
export const allowedOnCall = (call: CallWindow, by: Authority, at: Date): readonly CallAction[] =>
  decisions.allowed(
    CALL_ACTIONS.map((action) => CALL_POLICIES[action]),
    inWindow(call, at),
    by,
    at,
  );

/** @throws what the policy of the action refuses */
export const assertCallAllows = (action: CallAction, call: CallWindow, by: Authority, at: Date): void =>
  decisions.assertAllowed(CALL_POLICIES[action], inWindow(call, at), by, at);

const inWindow = (call: CallWindow, at: Date): CallInWindow => ({ state: phaseOf(call, at), call });
