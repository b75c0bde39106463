import { BlockList, isIP, type Server, type Socket } from 'node:net';

const CONNECTIONS_MAX = 10_000;
// A school behind one address: 400 phones with six connections each, and as many again that are closing.
const CONNECTIONS_PER_ADDRESS_MAX = 3_000;

/** How many sockets may be open, in all and for one address. */
export interface ConnectionLimits {
  readonly max: number;
  readonly perAddressMax: number;
}

/**
 * Bounds the open sockets, in all and for each address: one machine cannot take the places of everybody else. A trusted
 * proxy speaks for many, and bounds them itself.
 */
export function boundConnections(
  server: Server,
  trustedProxies: readonly string[],
  limits: ConnectionLimits = { max: CONNECTIONS_MAX, perAddressMax: CONNECTIONS_PER_ADDRESS_MAX },
): void {
  const counts = new Map<string, number>();
  const trusted = proxyList(trustedProxies);
  server.maxConnections = limits.max;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address } = socket;
    if (address === undefined || isListed(trusted, address)) return;
    const count = (counts.get(address) ?? 0) + 1;
    if (count > limits.perAddressMax) return void socket.destroy();
    counts.set(address, count);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
  });
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Addresses and networks as a list that can be asked. */
export function proxyList(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of proxies.flatMap((proxy) => NAMED[proxy] ?? [proxy])) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** Whether an entry is an address, a network, or the name of some. */
export function isProxyEntry(entry: string): boolean {
  if (entry in NAMED) return true;
  const [address = '', prefix, ...rest] = entry.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits));
}

const isListed = (list: BlockList, address: string): boolean =>
  list.check(address.replace(/^::ffff:/, ''), isIP(address.replace(/^::ffff:/, '')) === 6 ? 'ipv6' : 'ipv4');
