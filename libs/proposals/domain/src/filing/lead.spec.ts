import type { Proposal } from '../proposal/proposal.js';
import { inState, when } from '../testing/a-proposal.js';
import { COMMITTEE, SECONDERS, STRANGER, aDelegate } from '../testing/people.js';
import { takeLead } from './lead.js';

const signers = SECONDERS.map(({ memberId }) => memberId);
const JOINT = aDelegate('joint');
const OF_JOINT = aDelegate('of-joint');
/** Another was merged into it: who proposed and who seconded that one sign this one jointly. */
const merged: Proposal = { ...inState.SUBMITTED(), merged: [{ proposalId: 'other', authorIds: ['joint'], seconderIds: ['of-joint'] }] };
const gone = (...memberIds: readonly string[]) => ({ gone: ['lead', ...memberIds] });
const notASuccessor = expect.objectContaining({ code: 'proposals.not-a-successor' });

describe('the place of a lead proposer who has left', () => {
  it.each([
    ['a joint proposer', JOINT],
    ['who seconded what was merged', OF_JOINT],
    ['a seconder', SECONDERS[0]!],
  ])('falls to %s who takes it', (_, who) => {
    const { proposal, events } = takeLead(merged, { ...who, ...gone() }, when());
    expect(proposal.leadProposerId).toBe(who.memberId);
    expect(proposal.signatures.at(-1)).toMatchObject({ memberId: 'lead', state: 'SIGNED' });
    expect(events).toEqual([{ type: 'LeadTaken', formerLeadId: 'lead' }]);
  });

  it('falls to the committee when every one of them has left, and nobody is passed by', () => {
    const all = [...signers, 'joint', 'of-joint'];
    expect(takeLead(merged, { ...COMMITTEE, ...gone(...all) }, when()).proposal.leadProposerId).toBe('committee');
    for (const left of all) {
      const others = all.filter((memberId) => memberId !== left);
      expect(() => takeLead(merged, { ...COMMITTEE, ...gone(...others) }, when())).toThrow(notASuccessor);
    }
    expect(() => takeLead(merged, { ...STRANGER, ...gone(...all) }, when())).toThrow(notASuccessor);
  });
});
