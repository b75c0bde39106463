import type { OwnPaper } from './device-store.js';
import { phaseOf } from './voting-phase.js';

const PAPER: OwnPaper = { memberId: 'm', ballotId: 'b', secret: '1', credential: '2', isRegistered: true, sealed: null, receipt: null };
const SEALED = { ...PAPER, sealed: { paper: '{}', tracker: 't', proofs: null } };
const RECEIPT = { tracker: 't', position: 3, head: 'h', signature: 's', isGenuine: true };
const CAST = { ...PAPER, receipt: RECEIPT, secret: null };

describe('where a voter stands', () => {
  it.each([
    ['RULES_ADOPTED', false, null, 'not-yet'],
    ['NOMINATION', false, null, 'not-yet'],
    ['ROLL_FROZEN', false, null, 'to-receive'],
    // The answer to the registration got lost: asking again with the same secret finds out.
    ['ROLL_FROZEN', true, { ...PAPER, isRegistered: false }, 'to-receive'],
    ['ROLL_FROZEN', false, { ...PAPER, isRegistered: false }, 'to-receive'],
    ['ROLL_FROZEN', true, PAPER, 'received'],
    ['ROLL_FROZEN', false, PAPER, 'to-receive-anew'],
    ['ROLL_FROZEN', true, null, 'elsewhere'],
    ['OPEN', true, PAPER, 'to-vote'],
    ['OPEN', true, null, 'elsewhere'],
    ['OPEN', false, null, 'no-paper'],
    ['OPEN', true, SEALED, 'sending'],
    ['OPEN', true, CAST, 'acknowledged'],
    // A paper on its way is sent also after the closing: it may be in the box without our having heard so.
    ['CLOSED', true, SEALED, 'sending'],
    ['PUBLISHED', true, CAST, 'acknowledged'],
    ['CLOSED', true, PAPER, 'over'],
    ['PUBLISHED', false, null, 'over'],
    // Voting again: the new paper first, the old receipt until then.
    ['OPEN', true, { ...SEALED, receipt: RECEIPT }, 'sending'],
  ] as const)('in %s, issued %s, with %j: %s', (state, isIssued, own, expected) => {
    expect(phaseOf({ state, isIssued, own })).toBe(expected);
  });
});
