import { type Change, type Content, type Proposal, type Signature, changed, secondersOf } from '../proposal/proposal.js';
import type { ProposalMatter } from '../proposal/matter.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Authority } from '../proposal/authority.js';
import { maySeeAs } from '../proposal/visibility.js';

/**
 * The proposal with another text, or with other attachments, which are a part of what is signed. Who had signed the text before has not
 * signed this one: their signatures turn into invitations again, and they are asked to confirm. What others could read gets a new number.
 */
export function anotherText(
  proposal: Proposal,
  by: Authority,
  { becauseOf, ...parts }: { readonly content?: Content; readonly becauseOf: readonly ProposalEvent[] },
  { at }: PolicyContext,
): Change {
  const number = proposal.state === 'DRAFT' ? proposal.text.number : proposal.text.number + 1;
  const text = { ...parts, text: { number, version: proposal.version + 1, by: by.memberId, at } };
  const toConfirm = secondersOf(proposal);
  if (toConfirm.length === 0) return changed(proposal, text, ...becauseOf);
  const signatures = proposal.signatures.map((one): Signature => (one.state === 'SIGNED' ? { ...one, state: 'INVITED', at } : one));
  return changed(proposal, { ...text, signatures }, ...becauseOf, { type: 'TextChanged', toConfirm });
}

/**
 * Whether the member may read the texts that stood before: its authors, who signed one of them, and the committee with those who oversee
 * the session. A unit answers the text that was filed, and whoever merely sits in the session reads that.
 */
export function maySeeTexts(matter: ProposalMatter, by: Authority): boolean {
  return (['author', 'committee', 'oversight'] as const).some((reader) => maySeeAs(reader, matter, by));
}
