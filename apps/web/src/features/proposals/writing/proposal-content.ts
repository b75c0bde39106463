/** What the proposer writes. */
export interface ProposalContent {
  readonly subject: string;
  readonly grounds?: string;
  readonly measures?: string;
  readonly category?: string;
}

/** How many characters a part of it may have at most. */
export const CHARACTERS_MAX = { subject: 200, grounds: 20_000, measures: 20_000, category: 40 } as const;

/** Where an unsaved change of a proposal is kept. */
export const keptTextIdOf = ({ id }: { readonly id: string }) => ({ form: 'revision', about: id });
