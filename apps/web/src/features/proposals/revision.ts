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
  suggestedUnit,
}: Pick<ProposalView, 'subject' | 'grounds' | 'measures' | 'category' | 'suggestedUnit'>): ProposalContent {
  return {
    subject,
    grounds,
    measures,
    ...(category ? { category } : {}),
    ...(suggestedUnit ? { suggestedUnitId: suggestedUnit.id } : {}),
  };
}

/** Whether two texts are the same to who signs them; the category is the committee's drawer. */
export const isSameText = (one: ProposalContent, other: ProposalContent): boolean =>
  one.subject.trim() === other.subject.trim() &&
  (one.grounds ?? '').trim() === (other.grounds ?? '').trim() &&
  (one.measures ?? '').trim() === (other.measures ?? '').trim();

/** How many signatures a changed text loses, on return by the committee as well: nobody has signed what they have not read. */
export const signaturesLost = ({ signatures }: Pick<ProposalView, 'signatures'>): number =>
  signatures.filter((signature) => signature.state === 'SIGNED').length;

/** Whether it would be late if it were handed in now: what the committee, or a head, returned keeps the day on which it first was. */
export const isLateNow = (
  { submittedAt, endorsement }: Pick<ProposalView, 'submittedAt' | 'endorsement'>,
  phase: CallView['phase'] | undefined,
): boolean => submittedAt === null && endorsement === null && phase === 'after';

/** What is missing before a proposal can be submitted: parts of the text that are empty, and how many signatures. */
export function missingOf({
  signatures,
  call,
  delegation,
  ...text
}: Pick<ProposalView, 'subject' | 'grounds' | 'measures' | 'signatures' | 'call' | 'delegation'>): {
  readonly fields: readonly ('subject' | 'grounds' | 'measures')[];
  readonly seconders: number;
  /** Of a delegation's proposal: how many of its delegates have to support it yet. */
  readonly supporters: number;
} {
  const signed = signatures.filter(({ state }) => state === 'SIGNED').length;
  const fields = (['subject', 'grounds', 'measures'] as const).filter((part) => text[part].trim() === '');
  const support = delegation?.support;
  return {
    fields,
    seconders: delegation ? 0 : Math.max(0, call.minSeconders - signed),
    supporters: support ? Math.max(0, support.needed - support.signed) : 0,
  };
}
