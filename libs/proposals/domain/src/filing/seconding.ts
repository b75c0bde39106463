import type { DomainError } from '@plenum/kernel';
import { type CallWindow, phaseOf } from '../call/call-window.js';
import { type Change, type Proposal, type Signature, changed, secondersOf } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type Check, type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, leadProposer } from '../proposal/authority.js';
import { outsideDelegation } from './delegation-proposal.js';

/** Seconders and invitations of one proposal at most: more is a list, not a signature. */
export const SIGNERS_MAX = 200;

/** A returned proposal was in time once: whom the return, or another text, cost it may be found after the window too. */
const whileSecondersCount: Check = ({ state }, _by, { call, at }) => {
  if (state === 'RETURNED') return null;
  const phase = phaseOf(call, at);
  if (phase === 'before') return ProposalErrors.callNotOpen(call.opensAt);
  return phase === 'after' ? ProposalErrors.callClosed(call.closesAt) : null;
};

/** A draft may be empty; what others are asked to sign has a name. */
const named: Check = ({ content }) => (content.subject === '' ? ProposalErrors.incomplete(['subject']) : null);

export const INVITE: Policy = {
  action: 'invite',
  who: leadProposer,
  from: ['DRAFT', 'SECONDING', 'RETURNED'],
  precondition: (proposal, by, context) => whileSecondersCount(proposal, by, context) ?? named(proposal, by, context),
};

/**
 * Asks members to second. With nobody named, the proposal is merely opened to volunteers.
 * Who is invited already or has signed stays as they are; who declined is asked again.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.call-closed`, `proposals.call-not-open`,
 *   `proposals.incomplete`, `proposals.own-proposal`, `proposals.not-a-delegate`, `proposals.not-of-the-delegation`,
 *   `proposals.too-many-signers`
 */
export function invite(proposal: Proposal, by: Authority, invited: readonly Authority[], context: PolicyContext): Change {
  assertAllowed(INVITE, proposal, by, context);
  if (invited.some(({ memberId }) => memberId === proposal.leadProposerId)) throw ProposalErrors.ownProposal();
  const refused = maySign(proposal, invited, context);
  if (refused) throw refused;
  const asked = [...new Set(invited.map(({ memberId }) => memberId))].filter((memberId) => !isAskedOrSigned(proposal, memberId));
  const kept = proposal.signatures.filter(({ memberId }) => !asked.includes(memberId));
  const signatures = [...kept, ...asked.map((memberId): Signature => ({ memberId, state: 'INVITED', at: context.at }))];
  assertRoom(signatures);
  const state = proposal.state === 'DRAFT' ? 'SECONDING' : proposal.state;
  return changed(proposal, { state, signatures }, ...asked.map((memberId) => ({ type: 'SeconderInvited' as const, memberId })));
}

export const CANCEL_INVITATION: Policy = { action: 'cancel-invitation', who: leadProposer, from: ['SECONDING', 'RETURNED'] };

/** Takes an invitation back while it is unsigned. @throws `proposals.already-seconded`, `proposals.not-invited` and as {@link invite} */
export function cancelInvitation(proposal: Proposal, by: Authority, memberId: string, context: PolicyContext): Change {
  assertAllowed(CANCEL_INVITATION, proposal, by, context);
  const state = signatureOf(proposal, memberId)?.state;
  if (state === 'SIGNED') throw ProposalErrors.alreadySeconded();
  if (state !== 'INVITED') throw ProposalErrors.notInvited();
  const signatures = proposal.signatures.filter((one) => one.memberId !== memberId);
  return changed(proposal, { signatures }, { type: 'InvitationCancelled', memberId });
}

export const SECOND: Policy = {
  action: 'second',
  who: (proposal, by, context) => maySign(proposal, [by], context),
  from: ['SECONDING', 'RETURNED'],
  precondition: (proposal, by, context) => {
    if (by.memberId === proposal.leadProposerId) return ProposalErrors.ownProposal();
    if (signatureOf(proposal, by.memberId)?.state === 'SIGNED') return ProposalErrors.alreadySeconded();
    return whileSecondersCount(proposal, by, context);
  },
};

/**
 * Signs in person, invited or as a volunteer: `by` is always the one who signs, there is no signing on behalf.
 * @throws `proposals.not-a-delegate`, `proposals.not-of-the-delegation`, `proposals.own-proposal`, `proposals.already-seconded`,
 *   `proposals.wrong-state`, `proposals.call-closed`, `proposals.too-many-signers`
 */
export function second(proposal: Proposal, by: Authority, context: PolicyContext): Change {
  assertAllowed(SECOND, proposal, by, context);
  const { memberId } = by;
  const others = proposal.signatures.filter((one) => one.memberId !== memberId);
  const signatures: Signature[] = [...others, { memberId, state: 'SIGNED', at: context.at, signedText: proposal.text.number }];
  assertRoom(signatures);
  const seconders = secondersOf(proposal).length + 1;
  return changed(proposal, { signatures }, { type: 'ProposalSeconded', memberId, seconders });
}

const signer: Check = (proposal, by) => (isAskedOrSigned(proposal, by.memberId) ? null : ProposalErrors.notASigner());

export const DECLINE: Policy = { action: 'decline', who: signer, from: ['SECONDING', 'RETURNED'] };

/** Says no to an invitation, or takes one's signature back before submission. @throws `proposals.not-a-signer`, `proposals.wrong-state` */
export function decline(proposal: Proposal, by: Authority, context: PolicyContext): Change {
  assertAllowed(DECLINE, proposal, by, context);
  const declined = (one: Signature): Signature =>
    one.memberId === by.memberId ? { memberId: one.memberId, state: 'DECLINED', at: context.at } : one;
  const hadSigned = signatureOf(proposal, by.memberId)?.state === 'SIGNED';
  const signatures = proposal.signatures.map(declined);
  const seconders = secondersOf({ signatures }).length;
  return changed(proposal, { signatures }, { type: 'SecondingDeclined', memberId: by.memberId, hadSigned, seconders });
}

/** The same of one proposal: a delegation's is signed by its delegates. */
const maySign = (proposal: Proposal, members: readonly Authority[], { call, delegation }: PolicyContext): DomainError | null =>
  maySecond(members, call) ??
  outsideDelegation(
    proposal,
    members.map(({ memberId }) => memberId),
    delegation,
  );

/** The refusal that names whom the call does not let second, or null. */
export function maySecond(members: readonly Authority[], { settings }: CallWindow): DomainError | null {
  if (!settings.secondersMustBeDelegates) return null;
  const others = members.filter(({ seat }) => seat !== 'DELEGATE').map(({ memberId }) => memberId);
  return others.length > 0 ? ProposalErrors.notADelegate(others) : null;
}

function signatureOf({ signatures }: Proposal, memberId: string): Signature | undefined {
  return signatures.find((one) => one.memberId === memberId);
}

function isAskedOrSigned(proposal: Proposal, memberId: string): boolean {
  const state = signatureOf(proposal, memberId)?.state;
  return state === 'INVITED' || state === 'SIGNED';
}

function assertRoom(signatures: readonly Signature[]): void {
  if (signatures.length > SIGNERS_MAX) throw ProposalErrors.tooManySigners(SIGNERS_MAX);
}
