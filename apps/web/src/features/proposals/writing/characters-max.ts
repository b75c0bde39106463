/** How many characters a part of a proposal may have at most. */
export const CHARACTERS_MAX = { subject: 200, grounds: 20_000, measures: 20_000, category: 40 } as const;
