/** What may be decided about seats that the count left open (R37): leave them vacant, elect fewer, refer them to another body, or fill them by a supplementary ballot. */
export const VACANCY_DECISIONS = ['leave-vacant', 'reduce-seats', 'refer', 'supplementary'] as const;
export type VacancyDecision = (typeof VACANCY_DECISIONS)[number];

/** How a ballot comes from the one that it follows. */
export const DESCENTS = ['next-round', 'second-stage'] as const;
export type DescentKind = (typeof DESCENTS)[number];

/** What another ballot of the same chain is to a ballot: a round of one election, officers from the elected, a shortened list, a repeat. */
export const RELATIONS = ['round-before', 'next-round', 'first-stage', 'second-stage', 'election', 'primary', 'repeated', 'rerun'] as const;
export type Relation = (typeof RELATIONS)[number];
