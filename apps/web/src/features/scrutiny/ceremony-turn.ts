import type { CeremonyView } from '../../api/shapes.js';

/** The rounds of a ceremony, in order: nobody speaks in one before all have spoken in the one before. */
export const ROUNDS = ['certificate', 'polynomial', 'output'] as const;
export type Round = (typeof ROUNDS)[number];

/** What a scrutineer can do in a ceremony now. `seed-elsewhere`: the certificate was made of a seed that this device does not have. */
export type CeremonyTurn = 'draw' | 'seed-elsewhere' | Round | 'wait' | 'done';

export function turnOf({ openRound, seats }: Pick<CeremonyView, 'openRound' | 'seats'>, memberId: string, hasSeed: boolean): CeremonyTurn {
  const round = ROUNDS.find((each) => each === openRound);
  if (round === undefined) return 'done';
  const given = seats.find((seat) => seat.memberId === memberId)?.given ?? [];
  if (given.includes(round)) return 'wait';
  if (hasSeed) return round;
  return given.length > 0 ? 'seed-elsewhere' : 'draw';
}
