import { textOf } from '../form/json.js';
import { ARCHIVE_BYTES_MAX, RECORD_BYTES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { hexHash, type HexHash, utf8 } from '../group/hashing.js';

const BLOCK = 512;
const HEADER_NAME = 'BELENIOS';

/** A record of the archive: a file of an old-style tar, named after the hash of its content. */
export interface ArchiveRecord {
  readonly kind: 'data' | 'event';
  /** Hexadecimal SHA-256 of the content. */
  readonly hash: string;
  readonly content: Uint8Array;
}

/** What the file's bytes say before their meaning is looked at. */
export interface Records {
  /** Unix seconds: stands in the header and in every record. */
  readonly timestampS: number;
  readonly records: readonly ArchiveRecord[];
}

/** The first record of an archive (BALLOT_PROTOCOL 2.5). */
export function writeArchiveHeader(timestampS: number): Uint8Array {
  return tarFile(HEADER_NAME, utf8(JSON.stringify({ version: 1, timestamp: timestampS.toString() })), timestampS);
}

/** A data or event record. */
export function writeRecord(kind: 'data' | 'event', content: string, timestampS: number, hash = hexHash(content)): Uint8Array {
  return tarFile(`${hash}.${kind}.json`, utf8(content), timestampS);
}

/**
 * Cuts an archive into records. Every byte has its place: each tar header must be the one we would write, padding must be
 * zero, a record's name must be the hash of its content, and the file ends with a record. Throws `RefusalError`.
 */
export function readRecords(archive: Uint8Array, hash: HexHash = hexHash): Records {
  demand(archive.length <= ARCHIVE_BYTES_MAX, 'archive-size', '', `more than ${ARCHIVE_BYTES_MAX} bytes`);
  const [header, ...files] = tarFiles(archive);
  demand(header !== undefined && header.name === HEADER_NAME, 'archive-header', 'byte 0', 'no BELENIOS record in front');
  const fields = StrictReader.canonical(textOf(header.content, 'archive-header', 'header'), 'archive-header', 'header').object(
    'version',
    'timestamp',
  );
  fields.version.exactly(1);
  const timestampS = Number(fields.timestamp.matching(/^(?:0|[1-9][0-9]{0,9})$/, 'a time in seconds'));
  const records = files.map(({ name, content, at }): ArchiveRecord => {
    const [, named, kind] = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(name) ?? [];
    demand(named !== undefined, 'archive-record', at, 'neither data nor event');
    demand(hash(content) === named, 'record-hash', at, 'the name is not the hash of the content');
    return { kind: kind as ArchiveRecord['kind'], hash: named, content };
  });
  [header, ...files].forEach(({ name, content, block, at }) => {
    const expected = expectedHeader(name, content.length, timestampS);
    demand(
      block.every((byte, index) => byte === expected[index]),
      'archive-record',
      at,
      'header block is not in canonical form',
    );
  });
  return { timestampS, records };
}

interface TarFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly block: Uint8Array;
  readonly at: string;
}

function tarFiles(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  let offset = 0;
  while (offset < archive.length) {
    const at = `byte ${offset}`;
    const block = archive.subarray(offset, offset + BLOCK);
    demand(block.length === BLOCK, 'archive-record', at, 'cut off');
    const digits = ascii(block.subarray(124, 135));
    demand(/^[0-7]{11}$/.test(digits), 'archive-record', at, 'no size');
    const size = parseInt(digits, 8);
    demand(size <= RECORD_BYTES_MAX, 'archive-size', at, `a record of more than ${RECORD_BYTES_MAX} bytes`);
    const end = offset + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    demand(end <= archive.length, 'archive-record', at, 'cut off');
    const content = archive.subarray(offset + BLOCK, offset + BLOCK + size);
    demand(
      archive.subarray(offset + BLOCK + size, end).every((byte) => byte === 0),
      'archive-record',
      at,
      'padding is not zero',
    );
    files.push({ name: ascii(block.subarray(0, 100)).replace(/\0+$/, ''), content, block, at });
    offset = end;
  }
  return files;
}

function tarFile(name: string, content: Uint8Array, timestampS: number): Uint8Array {
  const file = new Uint8Array(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK);
  file.set(expectedHeader(name, content.length, timestampS));
  file.set(content, BLOCK);
  return file;
}

/** The one header block a record may have: the fields of an old tar, all of them fixed but name, size and time. */
function expectedHeader(name: string, size: number, timestampS: number): Uint8Array {
  const block = FIXED_FIELDS.slice();
  const sum = FIXED_SUM + put(block, name, 0) + put(block, octal(size, 11), 124) + put(block, octal(timestampS, 11), 136);
  put(block, `${octal(sum, 6)}\0 `, 148);
  return block;
}

/** Writes letters of ASCII. @returns the sum of their codes */
function put(block: Uint8Array, text: string, at: number): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += block[at + index] = text.charCodeAt(index);
  return sum;
}

const CHECKSUM = '        '; // While it is computed.
const FIXED_FIELDS = new Uint8Array(BLOCK);
const FIXED_SUM =
  put(FIXED_FIELDS, '0000644\0', 100) +
  put(FIXED_FIELDS, '0000000\0', 108) +
  put(FIXED_FIELDS, '0000000\0', 116) +
  put(FIXED_FIELDS, CHECKSUM, 148) +
  put(FIXED_FIELDS, '0', 156);

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
