import type { HandlingView } from '../../api/shapes.js';

interface Asked {
  readonly askedAt: string;
}

/** What was asked about the work of a unit, by the round in which it was; the round under way first, and within one in the given order. */
export function byRound<T extends Asked>(
  { replies }: Pick<HandlingView, 'replies'>,
  requests: readonly T[],
): readonly { readonly round: number; readonly asked: readonly T[] }[] {
  const roundOf = ({ askedAt }: T) => replies.filter(({ at }) => Date.parse(at) <= Date.parse(askedAt)).length + 1;
  const rounds = [...new Set(requests.map(roundOf))].sort((one, other) => other - one);
  return rounds.map((round) => ({ round, asked: requests.filter((request) => roundOf(request) === round) }));
}
