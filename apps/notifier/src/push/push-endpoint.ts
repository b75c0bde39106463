import { isIP } from 'node:net';

const ENDPOINT_MAX = 1_000;
const NAME_OF_A_HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** Names that lead inside by their meaning (RFC 6761, RFC 6762, RFC 8375, and ICANN's for private use). */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|invalid|home\.arpa)$/;

/**
 * Whether an address may be one of a push service: whoever registers a device names the address, so that nothing is asked but by https, at
 * the usual port, of a host with a public name. What the name leads to is looked at whenever something is sent.
 */
export function isPushEndpoint(address: string): boolean {
  if (address.length > ENDPOINT_MAX || !URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(address);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '' || hash !== '') return false;
  return isIP(hostname) === 0 && NAME_OF_A_HOST.test(hostname) && !INSIDE.test(hostname);
}
