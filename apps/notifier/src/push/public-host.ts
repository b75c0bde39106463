import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What leads nowhere public (IANA's registries of special-purpose addresses): how a network begins, and its length. */
const SPECIAL: readonly (readonly [begins: readonly number[], length: number])[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 88, 99], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 4],
  [[240], 4],
];
const PUBLIC_IPV6: readonly [network: string, length: number] = ['2000::', 3];
/** Within the public ones: what leads on to addresses of IPv4, and what documents use. */
const SPECIAL_IPV6: readonly (readonly [network: string, length: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [begins, length] of SPECIAL) special.addSubnet([...begins, 0, 0, 0].slice(0, 4).join('.'), length, 'ipv4');
for (const [network, length] of SPECIAL_IPV6) special.addSubnet(network, length, 'ipv6');
const publicIpv6 = new BlockList();
publicIpv6.addSubnet(...PUBLIC_IPV6, 'ipv6');

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && publicIpv6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/**
 * Looks up a host for a connection, and refuses where any of its addresses leads inside: what is connected to is what was looked at, so
 * that a name which changes in between changes nothing.
 */
export const publicLookup: LookupFunction = (host, options, done) =>
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address)))
      return done(Object.assign(new Error('The host is none of the public internet'), { code: NOT_PUBLIC }), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });

/** The code of the error by which such a host is refused. */
export const NOT_PUBLIC = 'ENOTPUBLIC';
