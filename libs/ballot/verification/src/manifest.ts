import { createHash } from 'node:crypto';
import type { BundlePart } from './bundle.js';

/** A part as the manifest lists it. */
export interface ListedPart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The parts, and behind them the one that lists them, each with its size and SHA-256. */
export async function* withManifest(
  parts: AsyncIterable<BundlePart> | Iterable<BundlePart>,
  manifestOf: (listed: readonly ListedPart[]) => string,
): AsyncGenerator<BundlePart> {
  const listed: ListedPart[] = [];
  for await (const { name, content } of parts) {
    const hash = createHash('sha256');
    let bytes = 0;
    const watched = async function* () {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    yield { name, content: watched() };
    listed.push({ name, bytes, sha256: hash.digest('hex') });
  }
  yield { name: 'manifest.json', content: [Buffer.from(manifestOf(listed))] };
}
