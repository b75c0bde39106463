import { hexHash, systemRandomness } from '@plenum/ballot-crypto';
import type { Drawing } from '../../api/shapes.js';

const CONTRIBUTION_BYTES = 32;
const DIGITS = 13; // Of 4 bits each: 52 bits are the largest whole digits that a number holds exactly.
const RANGE = 2 ** 52;

/** 32 bytes nobody can guess, drawn on this device. */
export const makeContribution = (): string =>
  [...systemRandomness(CONTRIBUTION_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The commitment to a contribution (ADR-0013). */
export const commitmentTo = (ballotId: string, no: number, memberId: string, contribution: string): string =>
  hexHash(`plenum-lots-commitment|${ballotId}|${no}|${memberId}|${contribution}`);

/** The text whose SHA-256 is the seed of a draw: the ballot, what was revealed, and who is level, both sorted. */
export function seedText(ballotId: string, { tied, contributions }: Pick<Drawing, 'tied' | 'contributions'>): string {
  const revealed = contributions.flatMap(({ contribution }) => contribution ?? []).sort();
  return `plenum-lots-draw|${JSON.stringify({ ballotId, contributions: revealed, tied: [...tied].sort() })}`;
}

/** Draws the lots of a drawing once more on this device, from what is told of it: who it comes out to, in that order. */
export function redraw(ballotId: string, drawing: Pick<Drawing, 'tied' | 'seats' | 'contributions'>): readonly string[] {
  const urn = [...drawing.tied].sort();
  const seed = hexHash(seedText(ballotId, drawing));
  const drawn: string[] = [];
  for (let n = 0; drawn.length < drawing.seats && urn.length > 0; n += 1) {
    const number = Number.parseInt(hexHash(`${seed}|${n}`).slice(0, DIGITS), 16);
    // A number so high that it would favour the first ones is passed over.
    if (number < RANGE - (RANGE % urn.length)) drawn.push(...urn.splice(number % urn.length, 1));
  }
  return drawn;
}

/** What this device found when it looked at a drawing itself. */
export interface LotsCheck {
  /** Whose revealed contribution is not what was committed to. */
  readonly broken: readonly string[];
  /** Whether the lots come out as they were told; null while they are not drawn. */
  readonly isSame: boolean | null;
}

/** Checks every commitment, and draws again what was drawn. */
export function checkDrawing(ballotId: string, drawing: Pick<Drawing, 'no' | 'tied' | 'seats' | 'contributions' | 'elected'>): LotsCheck {
  const broken = drawing.contributions.filter(
    ({ memberId, commitment, contribution }) =>
      contribution !== null && commitmentTo(ballotId, drawing.no, memberId, contribution) !== commitment,
  );
  const { elected } = drawing;
  return {
    broken: broken.map(({ memberId }) => memberId),
    isSame: elected && JSON.stringify(redraw(ballotId, drawing)) === JSON.stringify(elected),
  };
}
