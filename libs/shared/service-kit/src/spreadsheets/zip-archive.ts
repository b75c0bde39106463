import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50; // PKWARE APPNOTE 4.3.16
const DIRECTORY_ENTRY = 0x02014b50; // 4.3.12
const LOCAL_ENTRY = 0x04034b50; // 4.3.7
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const COMMENT_LENGTH_MAX = 65_535;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly localAt: number;
}

const inflate = promisify(inflateRaw);

/** Whether the bytes begin like a zip archive. */
export const isZip = (bytes: Buffer): boolean => bytes.length >= END_LENGTH && bytes.readUInt32LE(0) === LOCAL_ENTRY;

/** A file of an archive. */
export interface PackedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** What an archive holds, or why it cannot be unpacked. */
export type Unpacked =
  { readonly ok: true; readonly files: readonly PackedFile[] } | { readonly ok: false; readonly reason: 'not-an-archive' | 'too-large' };

/**
 * Unpacks every entry of an archive, together at most `limit` bytes. An entry that unpacks to more than the directory says makes
 * it no archive: after this, a reader that makes room as the directory says may be given it without fear for its memory.
 */
export async function unpack(bytes: Buffer, limit: number): Promise<Unpacked> {
  try {
    const entries = directoryOf(bytes);
    if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > limit) return { ok: false, reason: 'too-large' };
    return {
      ok: true,
      files: await Promise.all(entries.map(async (entry) => ({ name: entry.name, content: await contentOf(bytes, entry) }))),
    };
  } catch {
    return { ok: false, reason: 'not-an-archive' };
  }
}

/** @throws RangeError when the bytes end before the directory does, or it is none. */
function directoryOf(bytes: Buffer): readonly ZipEntry[] {
  const end = endOfDirectory(bytes);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('directory: an entry is needed');
    const nameAt = at + ENTRY_LENGTH;
    const name = bytes.toString('utf8', nameAt, nameAt + bytes.readUInt16LE(at + 28));
    const entry = {
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      localAt: bytes.readUInt32LE(at + 42),
    };
    at += ENTRY_LENGTH + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
}

async function contentOf(bytes: Buffer, { method, packed, unpacked, localAt }: ZipEntry): Promise<Buffer> {
  if (bytes.readUInt32LE(localAt) !== LOCAL_ENTRY) throw new RangeError('archive: an entry is needed');
  const from = localAt + LOCAL_LENGTH + bytes.readUInt16LE(localAt + 26) + bytes.readUInt16LE(localAt + 28);
  const content = bytes.subarray(from, from + packed);
  return method === DEFLATED ? inflate(content, { maxOutputLength: Math.max(1, unpacked) }) : content;
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - COMMENT_LENGTH_MAX);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new RangeError('archive: a directory is needed');
}
