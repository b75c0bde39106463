import { RATINGS, type Rating } from '@plenum/contracts';

/** The grades of a scale of three or four, the best first. */
export const gradesOf = (scale: number): readonly Rating[] => RATINGS.slice(RATINGS.length - scale);
