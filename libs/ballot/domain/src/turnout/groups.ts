/** Members of the roll who are looked at together, such as a delegation. */
export interface TurnoutGroup<F> {
  readonly id: string;
  /** How many of the roll are in it. Frozen with the roll, so that what is shown does not change while people arrive. */
  readonly size: number;
  readonly figures: F;
}

/**
 * Which groups may be told by themselves: those of at least `least` members, unless what is told of them gives away the others. Those
 * not told are at least two, and together as many as `least`, so that the rest, total less what is told, is no small group either;
 * where they are too few, the smallest of the others are not told (complementary suppression).
 */
export function suppressSmallGroups<F>(groups: readonly TurnoutGroup<F>[], least: number): readonly TurnoutGroup<F>[] {
  const bySize = [...groups].sort((one, other) => one.size - other.size || (one.id < other.id ? -1 : 1));
  let hidden = bySize.findIndex(({ size }) => size >= least);
  if (hidden < 0) return [];
  const sizeOf = (count: number) => bySize.slice(0, count).reduce((sum, { size }) => sum + size, 0);
  while (hidden > 0 && hidden < bySize.length && (hidden < 2 || sizeOf(hidden) < least)) hidden += 1;
  const told = new Set(bySize.slice(hidden).map(({ id }) => id));
  return groups.filter(({ id }) => told.has(id));
}
