import type { BallotView, ResultView } from '../../api/shapes.js';

/** A candidate's name; a name written in is its own label. */
export const labelIn = ({ candidates = [] }: Pick<ResultView, 'candidates'>, id: string): string => candidates.find((candidate) => candidate.id === id)?.label ?? id;

/** An officer of the ballot by member, as far as the name is known. */
export const officerIn = ({ officers = [] }: Pick<BallotView, 'officers'>, memberId: string): { readonly name: string | null } => officers.find(({ member }) => member.id === memberId)?.member ?? { name: null };
