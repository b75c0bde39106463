import { type CivilDate, plusDays } from '@plenum/calendar';
import type { CallWindow } from '../call/call-window.js';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Change, Content, Proposal, Signature } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { draft } from './drafting.js';
import { SIGNERS_MAX, maySecond } from './seconding.js';
import { submit } from './submission.js';

/** A printed form (提案表) as somebody handed it in: whose it is, who signed on it, the day it was received. */
export interface PaperForm {
  readonly id: string;
  readonly content: Content;
  readonly lead: Authority;
  readonly seconders: readonly Authority[];
  readonly receivedOn: CivilDate;
}

/**
 * The committee enters a paper form on behalf of the person whose it is. The rules of the call hold as they held on the day on which the
 * form was received; what is signed on it counts as signed, and is marked as signed on paper.
 * @throws `proposals.not-the-committee`, `proposals.received-in-the-future`, `proposals.own-proposal`, `proposals.too-many-signers`,
 *   and what drafting, seconding and submitting refuse
 */
export function enterPaper(form: PaperForm, by: Authority, context: PolicyContext): Change {
  const { call, calendar, at } = context;
  const { lead, seconders, receivedOn } = form;
  if (!by.reviews) throw ProposalErrors.notTheCommittee();
  if (receivedOn > calendar.dayOf(at)) throw ProposalErrors.receivedInTheFuture(receivedOn);
  const received = { ...context, at: receivedAt(form, context) };
  const drafted: Proposal = {
    ...draft(form, lead, call, received.at).proposal,
    paper: { receivedOn, by: by.memberId, at },
    signatures: signaturesOf(lead, seconders, call, at),
  };
  const { proposal } = submit(drafted, lead, received, { confirmsExclusions: true });
  return {
    // On paper nobody is asked about the exclusions of a call.
    proposal: {
      ...proposal,
      text: { ...proposal.text, by: by.memberId, at },
      submittedAt: at,
      createdAt: at,
      exclusionsConfirmed: null,
      version: 1,
    },
    events: [
      { type: 'ProposalDrafted' },
      { type: 'ProposalEntered', by: by.memberId, receivedOn },
      { type: 'ProposalSubmitted', late: proposal.late },
    ],
  };
}

function signaturesOf(lead: Authority, seconders: readonly Authority[], call: CallWindow, at: Date): readonly Signature[] {
  const refused = maySecond(seconders, call);
  if (refused) throw refused;
  const signed = [...new Set(seconders.map(({ memberId }) => memberId))];
  if (signed.includes(lead.memberId)) throw ProposalErrors.ownProposal();
  if (signed.length > SIGNERS_MAX) throw ProposalErrors.tooManySigners(SIGNERS_MAX);
  return signed.map((memberId): Signature => ({ memberId, state: 'SIGNED', at, signedText: 1, onPaper: true }));
}

/** The first moment of its day at which the call took proposals: at which hour it came nobody wrote down. */
function receivedAt({ receivedOn }: PaperForm, { call, calendar }: PolicyContext): Date {
  const [from, until] = [calendar.endOf(plusDays(receivedOn, -1)), calendar.endOf(receivedOn)];
  return call.opensAt > from && call.opensAt < until ? call.opensAt : from;
}
