import { refusalOf } from '../testing/refusals.js';
import { PICTURE_LIMITS, pictureOf } from './picture.js';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const big16 = (value: number): number[] => [value >> 8, value & 0xff];
const big32 = (value: number): number[] => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little24 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff, value >> 16];

const png = (width: number, height: number) =>
  Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n\x1a\n'),
    ...big32(13),
    ...ascii('IHDR'),
    ...big32(width),
    ...big32(height),
    8,
    2,
    0,
    0,
    0,
    ...big32(0),
  ]);
const segment = (marker: number, content: number[]): number[] => [0xff, marker, ...big16(content.length + 2), ...content];
const frame = (marker: number, width: number, height: number): number[] =>
  segment(marker, [8, ...big16(height), ...big16(width), 1, 1, 0x11, 0]);
const jpeg = (...segments: number[][]) => Uint8Array.from([0xff, 0xd8, ...segments.flat(), 0xff, 0xd9]);
const webp = (chunk: string, content: number[]) =>
  Uint8Array.from([...ascii('RIFF'), 0, 0, 0, 0, ...ascii(`WEBP${chunk}`), 0, 0, 0, 0, ...content]);
const fromBase64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));

/** As programs write them, of one pixel. */
const LOSSY = fromBase64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
const LOSSLESS = fromBase64('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==');

describe('a picture', () => {
  it('is told from its bytes', () => {
    expect(pictureOf(png(480, 360))).toEqual({ kind: 'png', width: 480, height: 360 });
    expect(pictureOf(jpeg(frame(0xc0, 480, 360)))).toEqual({ kind: 'jpeg', width: 480, height: 360 });
    expect(pictureOf(LOSSY)).toEqual({ kind: 'webp', width: 1, height: 1 });
    expect(pictureOf(LOSSLESS)).toEqual({ kind: 'webp', width: 1, height: 1 });
    expect(pictureOf(webp('VP8X', [0, 0, 0, 0, ...little24(1199), ...little24(899)]))).toEqual({ kind: 'webp', width: 1200, height: 900 });
  });

  it('has the size of its frame, not of a thumbnail in it', () => {
    const thumbnail = [...ascii('Exif\0\0'), 0xff, 0xd8, ...frame(0xc0, 16, 12)];
    expect(pictureOf(jpeg(segment(0xe1, thumbnail), segment(0xc4, [0, 1, 2]), [0xff], frame(0xc2, 800, 600)))).toEqual({
      kind: 'jpeg',
      width: 800,
      height: 600,
    });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a page', Uint8Array.from(ascii('<!doctype html><script>alert(1)</script>'))],
    ['a drawing with scripts', Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))],
    ['an animation of another kind', Uint8Array.from([...ascii('GIF89a'), 1, 0, 1, 0, 0, 0, 0])],
    ['a beginning alone', Uint8Array.from([0x89, ...ascii('PNG\r\n\x1a\n')])],
    [
      'something else after the beginning',
      Uint8Array.from([0x89, ...ascii('PNG\r\n\x1a\n'), ...ascii('<script>alert(1)</script>'), ...big32(0)]),
    ],
    ['a frame without height', jpeg(frame(0xc0, 480, 0))],
    ['no frame before the scan', jpeg(segment(0xda, [0, 0, 0, 0, 0, 0, 0, 0]), frame(0xc0, 480, 360))],
    ['a segment that leads nowhere', jpeg([0xff, 0xe0, 0xff, 0xff], frame(0xc0, 480, 360))],
    ['an unknown chunk', webp('JUNK', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    [
      'an audio file in the same wrapping',
      Uint8Array.from([...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WAVEfmt '), ...new Array<number>(20).fill(0)]),
    ],
  ])('is not %s', (_, bytes) => {
    expect(refusalOf(() => pictureOf(bytes))).toEqual({ code: 'ballot.picture-kind' });
  });

  it('has its bounds', () => {
    const full = new Uint8Array(PICTURE_LIMITS.bytes);
    full.set(png(1200, 1200));
    expect(pictureOf(full)).toMatchObject({ width: 1200 });
    expect(refusalOf(() => pictureOf(new Uint8Array(PICTURE_LIMITS.bytes + 1)))).toEqual({
      code: 'ballot.picture-too-large',
      details: { most: 200_000 },
    });
    expect(refusalOf(() => pictureOf(png(1201, 10)))).toEqual({
      code: 'ballot.picture-too-wide',
      details: { width: 1201, height: 10, most: 1200 },
    });
    expect(refusalOf(() => pictureOf(png(10, 0xffffffff)))).toMatchObject({ code: 'ballot.picture-too-wide' });
  });

  it('may stand anywhere in memory', () => {
    const padded = new Uint8Array(100);
    padded.set(png(480, 360), 7);
    expect(pictureOf(padded.subarray(7))).toEqual({ kind: 'png', width: 480, height: 360 });
  });
});
