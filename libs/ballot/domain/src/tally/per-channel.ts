import type { Json } from '../json.js';

/**
 * Adds the figures of two lists of the same choices, id by id, down to the single grades. @throws RangeError for lists of different choices
 */
export function figuresAdded(one: readonly Json[], other: readonly Json[]): readonly Json[] {
  const others = new Map(other.map((figures) => [figures['id'], figures]));
  if (others.size !== one.length) throw new RangeError('figures: not of the same choices');
  return one.map((figures) => added(figures, others.get(figures['id'])) as Json);
}

function added(one: unknown, other: unknown): unknown {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (isObject(one) && isObject(other)) return Object.fromEntries(Object.keys(one).map((name) => [name, added(one[name], other[name])]));
  if (one !== other) throw new RangeError('figures: not of the same form');
  return one;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
