/** How lists of proposals may be sorted. */
export const LIST_SORTS = ['submitted', 'due', 'docket', 'created', 'overdue'] as const;
export type ListSort = (typeof LIST_SORTS)[number];
