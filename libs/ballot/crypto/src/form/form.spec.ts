import fc from 'fast-check';
import { utf8 } from '../group/hashing.js';
import { parseCanonical, parseFree, textOf } from './json.js';
import { StrictReader } from './strict-reader.js';
import { RefusalError, refuse, verdict, within } from './verdict.js';

const AT = ['paper-form', 'here'] as const;
const canonical = (text: string) => verdict(() => ({ value: parseCanonical(text, ...AT) }));
const free = (text: string) => verdict(() => ({ value: parseFree(text, ...AT) }));

describe('JSON', () => {
  it('is read in the spelling in which it is written, and written as it was read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(canonical(text)).toMatchObject({ ok: true });
        expect(JSON.stringify(parseCanonical(text, ...AT))).toBe(text);
      }),
    );
  });

  it.each([
    '{"a":1,"a":1}',
    '{ "a":1}',
    '1.0',
    '1e2',
    '"\\u0061"',
    '"\\/"',
    '-0',
    '{"2":0,"1":0}',
    '[1,]',
    "'a'",
    '',
    'undefined',
    'NaN',
    '\ufeff1',
    '9007199254740993',
  ])('in its one spelling is not %s', (text) => {
    expect(canonical(text)).toMatchObject({ ok: false, check: 'paper-form', at: 'here' });
  });

  it('in free spelling may have spaces and escapes, never a key twice or moved', () => {
    for (const text of ['{ "a" : [ 1 , "\\u0061:{,}\\"" ] }', '\n1.0\t', '{"a":{"a":1}}', '"\\\\"', '1e2'])
      expect(free(text)).toMatchObject({ ok: true });
    for (const text of ['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '{"x":{"b":1,"b":1}}', '{"2":0,"1":0}', '{"a":1', ''])
      expect(free(text).ok).toBe(false);
  });

  it('comes in UTF-8', () => {
    expect(textOf(utf8('提案'), ...AT)).toBe('提案');
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe6]])
      expect(() => textOf(Uint8Array.from(bytes), ...AT)).toThrow(RefusalError);
  });
});

describe('a place', () => {
  const read = <T>(value: unknown, reader: (place: StrictReader) => T) =>
    verdict(() => ({ value: reader(StrictReader.canonical(JSON.stringify(value), ...AT)) }));

  it('has exactly the fields that belong there, in order', () => {
    const reader = (place: StrictReader) => Object.keys(place.object('a', 'b?', 'c'));
    expect([read({ a: 1, c: 1 }, reader), read({ a: 1, b: 1, c: 1 }, reader)]).toMatchObject([
      { value: ['a', 'c'] },
      { value: ['a', 'b', 'c'] },
    ]);
    for (const value of [{ c: 1, a: 1 }, { a: 1 }, { a: 1, c: 1, d: 1 }, [], null, 1, 'a', { a: 1, toString: 1 }])
      expect(read(value, reader).ok).toBe(false);
    expect(read({ c: 1, a: 1 }, (place) => place.unordered('a', 'b?', 'c')).ok).toBe(true);
    expect(read({ a: 1, c: 1, d: 1 }, (place) => place.unordered('a', 'b?', 'c')).ok).toBe(false);
  });

  it('names where it is', () => {
    const reader = (place: StrictReader) => place.object('a').a.list(2)[1]!.object('b').b.exponent();
    expect(read({ a: [0, { b: 'x' }] }, reader)).toMatchObject({ ok: false, at: 'here.a[1].b' });
  });

  it('has numbers in one spelling and within their bounds', () => {
    const largest = '9'.repeat(617);
    expect(read(largest, (place) => place.decimal())).toMatchObject({ value: BigInt(largest) });
    for (const value of ['', '00', '01', '1'.repeat(618), '1 ', 1, null, '-1', '１'])
      expect(read(value, (place) => place.decimal()).ok).toBe(false);
    for (const value of [-1, 1.5, 11, '1', null, 2 ** 53]) expect(read(value, (place) => place.count(10)).ok).toBe(false);
    expect(read('x', (place) => place.text(0)).ok).toBe(false);
    expect(read('A'.repeat(64), (place) => place.hash()).ok).toBe(false);
  });
});

describe('a verdict', () => {
  it('turns a refusal into an answer and leaves faults of ours alone', () => {
    expect(verdict(() => within('event 3', () => within('paper', () => refuse('paper-form', 'answers', 'y'))))).toEqual({
      ok: false,
      check: 'paper-form',
      at: 'event 3: paper: answers',
      reason: 'y',
    });
    expect(() =>
      verdict(() => {
        throw new RangeError('ours');
      }),
    ).toThrow(RangeError);
  });
});
