import type { Figures } from '../record/count.js';

/**
 * Adds the figures of two lists of the same choices, id by id, down to the single grades. @throws RangeError for lists of different choices
 */
export function figuresAdded(one: readonly Figures[], other: readonly Figures[]): readonly Figures[] {
  const others = new Map(other.map((figures) => [figures.id, figures]));
  if (others.size !== one.length) throw new RangeError('figures: not of the same choices');
  return one.map((figures) => added(figures, others.get(figures.id)));
}

function added(one: Figures, other: Figures | undefined): Figures {
  const { id } = one;
  if (other && 'votes' in one && 'votes' in other) return { id, votes: one.votes + other.votes };
  if (other && 'counts' in one && 'counts' in other)
    return { id, counts: gradesAdded(one.counts, other.counts), abstain: one.abstain + other.abstain };
  if (other && 'yes' in one && 'yes' in other)
    return { id, yes: one.yes + other.yes, no: one.no + other.no, abstain: one.abstain + other.abstain };
  throw new RangeError('figures: not of the same form');
}

function gradesAdded(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(one).map(([grade, count]) => {
      const more = other[grade];
      if (more === undefined) throw new RangeError('figures: not of the same form');
      return [grade, count + more];
    }),
  );
}
