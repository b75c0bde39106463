import type { NoticeCode } from '@plenum/contracts';

/** What is told to whole audiences: an organiser may know of it whoever it was for. What is somebody's own affair is not here. */
export const PUBLIC_MATTERS: readonly NoticeCode[] = [
  'congress.session-opened',
  'congress.session-closed',
  'congress.agenda-agreed',
  'congress.agenda-adopted',
  'proposals.call-opened',
  'proposals.call-extended',
  'proposals.call-opened-all-year',
  'proposals.call-extended-all-year',
  'proposals.call-closed',
  'ballot.ballot-announced',
  'ballot.ballot-called-off',
  'ballot.candidates-posted',
  'ballot.ballot-opened',
  'ballot.ballot-closed',
  'ballot.result-declared',
  'ballot.result-approved',
  'ballot.result-rejected',
  'ballot.result-published',
  'ballot.result-posted-until',
  'ballot.result-annulled',
  'notifier.announced',
];

/**
 * Of what organisers may prove that it was served: the same, and seats and offices, which they give themselves. Nothing of a proposal,
 * whose subject may be confidential, and nothing of an objection: who made it is their own affair.
 */
export const SERVED_MATTERS: readonly NoticeCode[] = [
  ...PUBLIC_MATTERS,
  'congress.delegate-seated',
  'congress.delegate-unseated',
  'congress.office-assigned',
];
