import type { Authority } from '../proposal/authority.js';
import { IN_TIME, TOO_EARLY, TOO_LATE, aCall } from '../testing/a-proposal.js';
import { ROLES, cellsOf, sizeOf } from '../testing/roles.js';
import { CALL_TABLE, CALL_TURNS } from '../testing/state-tables.js';
import { type CallWindow, phaseOf, type WindowPhase } from '../call/call-window.js';
import { closeCall, extendCall, setTargets } from './moving-call.js';
import { allowedOnCall, CALL_ACTIONS, type CallAction, WINDOW_PHASES } from './policy.js';

const CALL = aCall();
const AT: Readonly<Record<WindowPhase, Date>> = { before: TOO_EARLY, open: IN_TIME, after: TOO_LATE };
const LATER = new Date(TOO_LATE.getTime() + 86_400_000);
const TARGETS = { perDelegation: 2, ofDelegations: [] };
const TAKE: Readonly<Record<CallAction, (by: Authority, at: Date) => CallWindow>> = {
  extend: (by, at) => extendCall(CALL, by, LATER, at),
  close: (by, at) => closeCall(CALL, by, at),
  'set-targets': (by, at) => setTargets(CALL, by, TARGETS, at),
};
const CELLS = cellsOf(WINDOW_PHASES, CALL_ACTIONS);

describe(`the table of calls, ${sizeOf(WINDOW_PHASES, CALL_ACTIONS)}`, () => {
  it.each(CELLS)('%s: %s by %s', (state, action, role) => {
    const [by, at] = [ROLES[role], AT[state]];
    const next = role === CALL_TURNS[action].of ? CALL_TABLE[state][action] : undefined;
    expect(phaseOf(CALL, at)).toBe(state);
    expect(allowedOnCall(CALL, by, at).includes(action)).toBe(next !== undefined);
    if (next !== undefined) {
      const made = TAKE[action](by, at);
      expect([phaseOf(made, at), made.version, made.settings]).toEqual([next, 2, CALL.settings]);
    } else {
      const code = role === CALL_TURNS[action].of ? /^proposals\.call-(not-open|closed)$/ : /^proposals\.not-the-committee$/;
      expect(() => TAKE[action](by, at)).toThrow(expect.objectContaining({ code: expect.stringMatching(code) }));
    }
  });

  it('are all of them', () => {
    expect(CELLS).toHaveLength(3 * 3 * 14);
  });
});
