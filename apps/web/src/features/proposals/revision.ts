import type { CallView, ProposalView } from '../../api/shapes.js';
import type { ProposalContent } from './writing/proposal-content.js';

/** In the address of a proposal's page: its form is open. */
export const WRITING = 'write';

/** What a proposal says, as its form has it. */
export function contentOf({
  subject,
  grounds,
  measures,
  category,
}: Pick<ProposalView, 'subject' | 'grounds' | 'measures' | 'category'>): ProposalContent {
  return { subject, grounds, measures, ...(category ? { category } : {}) };
}

/** Whether two texts are the same to who signs them; the category is the committee's drawer. */
export const isSameText = (one: ProposalContent, other: ProposalContent): boolean =>
  one.subject.trim() === other.subject.trim() &&
  (one.grounds ?? '').trim() === (other.grounds ?? '').trim() &&
  (one.measures ?? '').trim() === (other.measures ?? '').trim();

/** How many signatures a changed text loses, on return by the committee as well: nobody has signed what they have not read. */
export const signaturesLost = ({ signatures }: Pick<ProposalView, 'signatures'>): number =>
  signatures.filter((signature) => signature.state === 'SIGNED').length;

/** Whether it would be late if it were submitted now: what the committee returned keeps the day of its first submission. */
export const isLateNow = ({ submittedAt }: Pick<ProposalView, 'submittedAt'>, phase: CallView['phase'] | undefined): boolean =>
  submittedAt === null && phase === 'after';

/** What is missing before a proposal can be submitted: parts of the text that are empty, and how many signatures. */
export function missingOf({ signatures, call, ...text }: Pick<ProposalView, 'subject' | 'grounds' | 'measures' | 'signatures' | 'call'>): {
  readonly fields: readonly ('subject' | 'grounds' | 'measures')[];
  readonly seconders: number;
} {
  const signed = signatures.filter(({ state }) => state === 'SIGNED').length;
  const fields = (['subject', 'grounds', 'measures'] as const).filter((part) => text[part].trim() === '');
  return { fields, seconders: Math.max(0, call.minSeconders - signed) };
}
