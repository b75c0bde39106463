import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { type Device, deviceOf } from '@plenum/congress-domain';
import type { FastifyRequest } from 'fastify';

/** Where an attempt comes from: its address, and what the browser says of itself. */
export interface SignInOrigin {
  readonly network: string;
  readonly device: Device;
  /** The cookie of a device that signed in before, if there is one; whether it is known to the account is another question. */
  readonly deviceToken: string | null;
}

/** The origin of a request, seen past the proxies that are trusted. */
export const originOf = (request: FastifyRequest, deviceToken: string | null): SignInOrigin => ({
  network: networkOf(request.ip),
  device: deviceOf(request.headers['user-agent']),
  deviceToken,
});

/** What counts as one place: an IPv4 address; of IPv6 the first half, since a household has all of the second to itself (RFC 6177). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const groups = [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** What is kept instead of a word that somebody could be found by. */
export const hashed = (...words: readonly string[]): string => createHash('sha256').update(JSON.stringify(words)).digest('base64url');
