import { type Change, type Proposal } from '../proposal/proposal.js';
import { type PolicyContext, assertAllowed } from '../proposal/policy.js';
import type { Authority } from '../proposal/authority.js';
import { type Attachment, ATTACHMENT_LIMITS, type AttachmentKind } from '../vocabulary/attachment.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { REVISE } from './drafting.js';
import { anotherText } from './texts.js';

/**
 * Adds a file to what is signed, while the text may be changed: those who had signed are asked to confirm.
 * @throws `proposals.too-many-attachments`, `proposals.attached-already`, and what changing the text refuses
 */
export function attach(
  proposal: Proposal,
  by: Authority,
  { present, file }: { readonly present: readonly Attachment[]; readonly file: Pick<Attachment, 'sha256'> },
  context: PolicyContext,
): Change {
  assertAllowed(REVISE, proposal, by, context);
  const same = present.find(({ sha256 }) => sha256 === file.sha256);
  if (same) throw ProposalErrors.attachedAlready(same.name);
  if (present.length >= ATTACHMENT_LIMITS.files) throw ProposalErrors.tooManyAttachments(ATTACHMENT_LIMITS.files);
  return otherFiles(proposal, by, context);
}

/** Takes a file away from it, likewise. @throws what changing the text refuses */
export function detach(proposal: Proposal, by: Authority, context: PolicyContext): Change {
  assertAllowed(REVISE, proposal, by, context);
  return otherFiles(proposal, by, context);
}

/** Whether the member may change the files now. @throws what changing the text refuses */
export function assertMayAttach(proposal: Proposal, by: Authority, context: PolicyContext): void {
  assertAllowed(REVISE, proposal, by, context);
}

/**
 * A name that is one, with the ending that its bytes have: no path before it, nothing that turns its writing around, no dot or blank at
 * its ends.
 */
export function attachmentName(given: string, kind: AttachmentKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const most = ATTACHMENT_LIMITS.nameLength - kind.length - 1;
  return `${[...stem].slice(0, most).join('').trim() || 'file'}.${kind}`;
}

const otherFiles = (proposal: Proposal, by: Authority, context: PolicyContext): Change =>
  anotherText(proposal, by, { becauseOf: proposal.state === 'DRAFT' ? [] : [{ type: 'ProposalRevised' }] }, context);
