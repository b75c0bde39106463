import { BallotErrors } from '../record/ballot.errors.js';
import type { PictureKind } from './vocabulary.js';

/** How much a picture may be: enough for a face on a phone, and a ballot of sixty candidates stays small. */
export const PICTURE_LIMITS = { bytes: 200_000, side: 1_200 } as const;

/** What a picture is, told from its bytes alone. */
export interface Picture {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_START = 0xd8;
const JPEG_SCAN = 0xda; // The picture itself begins: a frame stands before it, or nowhere.
const VP8_START = [0x9d, 0x01, 0x2a];
const VP8L_START = 0x2f;

/**
 * A picture as it may stand beside a candidate. Neither its name nor what its sender calls it says what it is: only its first bytes do.
 * @throws `ballot.picture-kind`, `ballot.picture-too-large`, `ballot.picture-too-wide`
 */
export function pictureOf(bytes: Uint8Array): Picture {
  if (bytes.length > PICTURE_LIMITS.bytes) throw BallotErrors.pictureTooLarge(PICTURE_LIMITS.bytes);
  const [kind, size] = read(bytes);
  if (size === null || size.width === 0 || size.height === 0) throw BallotErrors.pictureKind();
  if (size.width > PICTURE_LIMITS.side || size.height > PICTURE_LIMITS.side)
    throw BallotErrors.pictureTooWide(size.width, size.height, PICTURE_LIMITS.side);
  return { kind, ...size };
}

function read(bytes: Uint8Array): readonly [PictureKind, Size | null] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 0, PNG)) return ['png', sizeOfPng(bytes, view)];
  if (wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WEBP') return ['webp', sizeOfWebp(bytes, view)];
  return ['jpeg', startsWith(bytes, 0, [0xff, JPEG_START, 0xff]) ? sizeOfJpeg(view) : null];
}

/** IHDR is the first chunk, of thirteen bytes (PNG specification, 11.2.2). */
function sizeOfPng(bytes: Uint8Array, view: DataView): Size | null {
  if (bytes.length < 33 || view.getUint32(8) !== 13 || wordAt(bytes, 12) !== 'IHDR') return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/**
 * Segments are passed by their lengths up to the header of the frame (ITU T.81, B.2.2); a thumbnail inside one of them is not looked at.
 */
function sizeOfJpeg(view: DataView): Size | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff)
      at += 1; // Filled up before a marker.
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else if (marker === JPEG_SCAN) return null;
    else at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return null;
}

/** SOF0 to SOF15, without the tables and the reserved marker that have their numbers between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Lossy, lossless and extended files have their sizes in different places (RFC 9649, 2.5 to 2.7). */
function sizeOfWebp(bytes: Uint8Array, view: DataView): Size | null {
  if (bytes.length < 30) return null;
  switch (wordAt(bytes, 12)) {
    case 'VP8 ':
      return startsWith(bytes, 23, VP8_START)
        ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
        : null;
    case 'VP8L':
      return bytes[20] === VP8L_START ? losslessSize(view.getUint32(21, true)) : null;
    case 'VP8X':
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    default:
      return null;
  }
}

const losslessSize = (packed: number): Size => ({ width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 });

const startsWith = (bytes: Uint8Array, at: number, start: readonly number[]): boolean =>
  start.every((byte, nth) => bytes[at + nth] === byte);

const wordAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
