import type { CountedOutcome } from '../counting/outcome.js';
import { canonicalJson } from '../json.js';
import type { Officer } from '../record/conduct.js';
import type { LotsDrawing } from '../record/result.js';
import { commitmentOf, type DigestOf, draw } from './draw.js';

/** A ballot as its evidence tells of it, as far as lots are concerned. */
export interface DrawnBallot {
  readonly id: string;
  readonly officers: readonly Officer[];
  /** As they are kept, in JSON. */
  readonly drawings: unknown;
  /** The outcome that was signed. */
  readonly outcome: CountedOutcome;
}

/** A drawing in JSON: its instants are texts, of which nothing hangs. */
type KeptDrawing = Pick<LotsDrawing, 'no' | 'tied' | 'seats' | 'contributions'> & {
  readonly drawn: { readonly elected: readonly string[] } | null;
  readonly voided: object | null;
};

/**
 * Draws the lots again, from what the officers put in. @returns what does not hold, in words for whoever verifies; null where all does, and
 * where no lots were drawn
 */
export function lotsFault({ id, officers, drawings, outcome }: DrawnBallot, digestOf: DigestOf): string | null {
  const told = (Array.isArray(drawings) ? drawings : []) as readonly KeptDrawing[];
  const done = told.filter(({ drawn }) => drawn !== null);
  const [only, ...more] = done;
  if (!only) return null;
  if (more.length > 0 || only.voided !== null) return 'lots were drawn twice, or after the drawing had come to nothing';
  const left = outcome.status === 'lots' ? outcome : null;
  if (!left || canonicalJson([...left.tied].sort()) !== canonicalJson(only.tied) || left.tiedSeats !== only.seats)
    return 'lots were drawn among others, or for other seats, than the count left open';
  const { contributions, drawn } = only;
  if (officers.some(({ chief, memberId }) => chief && !contributions.some((each) => each.memberId === memberId)))
    return 'a chief put nothing into the lots';
  const unkept = contributions.find(
    ({ memberId, commitment, value }) =>
      !officers.some((officer) => officer.memberId === memberId) ||
      value === null ||
      commitment !== commitmentOf({ ballotId: id, no: only.no, memberId, contribution: value }, digestOf),
  );
  if (unkept) return 'somebody put into the lots something else than was promised';
  const again = draw(
    { ballotId: id, tied: only.tied, seats: only.seats, contributions: contributions.flatMap(({ value }) => value ?? []) },
    digestOf,
  );
  return canonicalJson(again) === canonicalJson(drawn?.elected) ? null : 'the lots fall on others';
}
