const SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]); // MS-CFB 2.2
const ENTRY_LENGTH = 128; // MS-CFB 2.6.1, as everything below.
const NAME_LENGTH_AT = 64;
const KIND_AT = 66;
const STREAM = 2;

/** Whether the bytes begin like a compound file (OLE): a workbook of before 2007, or one that a password protects. */
export const isCompoundFile = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** Whether the directory of a compound file has a stream of that name. Entries stand at multiples of their length, in whatever sector. */
export function hasStream(bytes: Buffer, name: string): boolean {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    const isEntry = at % ENTRY_LENGTH === 0 && at + ENTRY_LENGTH <= bytes.length;
    if (isEntry && bytes.readUInt16LE(at + NAME_LENGTH_AT) === text.length && bytes[at + KIND_AT] === STREAM) return true;
  }
  return false;
}
