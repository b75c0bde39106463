import { createHash } from 'node:crypto';

/**
 * An id that follows from what it is about, so that whoever hears of the same thing later finds it without a lookup: a UUID of version 8
 * (RFC 9562), from the parts in their order.
 */
export function derivedId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
