import type { BallotView } from '../../api/shapes.js';

/** An officer of the ballot by member, as far as the name is known. */
export const officerIn = ({ officers = [] }: Pick<BallotView, 'officers'>, memberId: string): { readonly name: string | null } =>
  officers.find(({ member }) => member.id === memberId)?.member ?? { name: null };
