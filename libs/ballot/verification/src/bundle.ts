import { Zip, ZipPassThrough, unzipSync } from 'fflate';

/** Largest bundle that is read, in bytes: an archive of 30,000 papers with its log, and everything else. */
export const BUNDLE_BYTES_MAX = 1536 * 1024 * 1024;
/** More parts than any ballot has; a name is short. */
const PARTS_MAX = 64;

/** One file of a bundle. */
export interface BundlePart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What a bundle holds, or why it is none of ours. */
export type BundleReading =
  { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> } | { readonly ok: false; readonly reason: string };

/** Whether the bytes begin as a bundle does, and not as an archive. */
export const isBundle = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Writes parts into one file, stored as they are: the same parts give the same bytes, on any machine, at any time. */
export async function* writeBundle(parts: AsyncIterable<BundlePart> | Iterable<BundlePart>): AsyncGenerator<Uint8Array> {
  const writer = new BundleWriter();
  for await (const { name, content } of parts) {
    const push = writer.begin(name);
    for await (const chunk of content) {
      push(chunk, false);
      yield* writer.taken();
    }
    push(NOTHING, true);
    yield* writer.taken();
  }
  writer.end();
  yield* writer.taken();
}

/** Reads a bundle whole. What it says is taken only if writing it again gives these very bytes: there is no second way to read it. */
export function readBundle(bytes: Uint8Array): BundleReading {
  if (bytes.length > BUNDLE_BYTES_MAX) return { ok: false, reason: `more than ${BUNDLE_BYTES_MAX} bytes` };
  const parts = new Map<string, Uint8Array>();
  let reason: string | undefined;
  try {
    unzipSync(bytes, {
      filter: ({ name, compression, size, originalSize }) => {
        if (compression !== 0 || size !== originalSize) reason ??= 'a part is compressed';
        if (parts.has(name)) reason ??= 'a part is there twice';
        if (parts.size >= PARTS_MAX) reason ??= 'too many parts';
        parts.set(name, NOTHING);
        return false;
      },
    });
    if (reason) return { ok: false, reason };
    for (const [name, content] of Object.entries(unzipSync(bytes))) parts.set(name, content);
  } catch (error) {
    return { ok: false, reason: `not readable: ${error instanceof Error ? error.message : String(error)}` };
  }
  return isWrittenAs(parts, bytes) ? { ok: true, parts } : { ok: false, reason: 'not written as a bundle is written' };
}

function isWrittenAs(parts: ReadonlyMap<string, Uint8Array>, bytes: Uint8Array): boolean {
  const writer = new BundleWriter();
  let at = 0;
  const goesOn = (): boolean => {
    for (const chunk of writer.taken()) {
      if (!isSame(chunk, bytes.subarray(at, at + chunk.length))) return false;
      at += chunk.length;
    }
    return true;
  };
  for (const [name, content] of parts) {
    const push = writer.begin(name);
    if (content.length > 0) push(content, false);
    push(NOTHING, true);
    if (!goesOn()) return false;
  }
  writer.end();
  return goesOn() && at === bytes.length;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

const NOTHING = new Uint8Array();

class BundleWriter {
  private chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  begin(name: string): (chunk: Uint8Array, isLast: boolean) => void {
    const file = new ZipPassThrough(name);
    // The format keeps a local time: the first that it knows, whatever the zone.
    file.mtime = new Date(1980, 0, 1);
    this.zip.add(file);
    return (chunk, isLast) => void file.push(chunk, isLast);
  }

  end(): void {
    this.zip.end();
  }

  /** What was written since. */
  taken(): Uint8Array[] {
    const chunks = this.chunks;
    this.chunks = [];
    return chunks;
  }
}
