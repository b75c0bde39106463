import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { type BundlePart, isBundle, readBundle, writeBundle } from './bundle.js';

const written = async (parts: readonly BundlePart[]): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeBundle(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const part = (name: string, ...chunks: readonly string[]): BundlePart => ({ name, content: chunks.map((chunk) => Buffer.from(chunk)) });
const reasonOf = (bytes: Uint8Array): string | undefined => {
  const reading = readBundle(bytes);
  return reading.ok ? undefined : reading.reason;
};

describe('a bundle', () => {
  it('gives back what was put into it, and any tool reads it', async () => {
    const content = fc.array(
      fc.tuple(fc.constantFrom('a.json', 'b.pdf', '计票.txt', 'd'), fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 })),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(content, async (files) => {
        const parts = [...new Map(files)].map(([name, chunks]) => ({ name, content: chunks }));
        const bytes = await written(parts);
        const reading = readBundle(bytes);
        expect(reading.ok && [...reading.parts].map(([name, found]) => [name, Buffer.from(found).toString('hex')])).toEqual(
          parts.map(({ name, content: chunks }) => [name, Buffer.concat(chunks).toString('hex')]),
        );
        expect(Object.keys(unzipSync(bytes))).toEqual(parts.map(({ name }) => name));
      }),
    );
  });

  it('is the same bytes from the same parts, however these come in pieces', async () => {
    expect(await written([part('a', 'one', 'two')])).toEqual(await written([part('a', 'onetwo')]));
    expect(isBundle(await written([part('a')]))).toBe(true);
    expect(isBundle(Buffer.from('BELENIOS'))).toBe(false);
  });

  it('is refused with one bit changed anywhere: each content has its checksum, and nothing else may be written otherwise', async () => {
    const bytes = await written([part('a.json', '{"x":1}'), part('b.json', '[2]')]);
    const original = readBundle(bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const reading = readBundle(changed);
        expect(reading.ok).toBe(false);
      }),
      { numRuns: 400 },
    );
    expect(original.ok).toBe(true);
  });

  it('is refused compressed, twice, with something before or behind it, and as nothing at all', async () => {
    const bytes = await written([part('a', 'one')]);
    expect(reasonOf(zipSync({ a: Buffer.from('a'.repeat(100)) }, { level: 9 }))).toBe('a part is compressed');
    expect(reasonOf(zipSync({ a: Buffer.from('a') }, { level: 0 }))).toBe('not written as a bundle is written');
    expect(reasonOf(await written([part('a', 'one'), part('a', 'two')]))).toBe('a part is there twice');
    expect(reasonOf(await written(Array.from({ length: 65 }, (_, nth) => part(String(nth)))))).toBe('too many parts');
    for (const odd of [
      Buffer.concat([bytes, Buffer.from('x')]),
      Buffer.concat([Buffer.from('x'), bytes]),
      bytes.subarray(0, -1),
      Buffer.from('PK'),
      new Uint8Array(),
    ]) {
      expect(reasonOf(odd)).toEqual(expect.any(String));
    }
  });
});
