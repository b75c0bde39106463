import { isPublicAddress, NOT_PUBLIC, publicLookup } from './public-host.js';

const ipv4 = (...parts: readonly number[]): string => parts.join('.');
const looked = (host: string) =>
  new Promise<string>((resolve) => publicLookup(host, {}, (error, address) => resolve(error?.code ?? String(address))));

describe('a host', () => {
  it.each(['8.8.8.8', '142.250.66.42', '172.32.0.1', '2607:f8b0:4005:805::200a'])('is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    ipv4(10, 1, 2, 3),
    ipv4(172, 16, 0, 1),
    ipv4(172, 31, 255, 255),
    ipv4(192, 168, 1, 1),
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    `::ffff:${ipv4(10, 0, 0, 1)}`,
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'example.test',
  ])('is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is refused where its name leads inside', async () => {
    expect(await looked('localhost')).toBe(NOT_PUBLIC);
  });

  it('is not found where there is none', async () => {
    expect(await looked('nowhere.invalid')).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });
});
