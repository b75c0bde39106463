/** What counts as a near relative (近亲属, R40, R41); each is the same read from either side. */
export const KINSHIPS = ['spouse', 'parent-child', 'siblings'] as const;
export type Kinship = (typeof KINSHIPS)[number];
