import { faultIn } from './well-formed.js';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => ({ a: inner }), 'x' as unknown);

describe('what a request holds', () => {
  it.each([
    ['text of any script, a pair of surrogates among it', { text: '教代会 𬱖 مؤتمر' }],
    ['numbers, nothing and lists', { a: 1, b: null, c: [true, ['x']] }],
    ['as much depth as anybody needs', nested(32)],
    ['nothing at all', undefined],
  ])('passes with %s', (_what, value) => {
    expect(faultIn(value)).toBeUndefined();
  });

  it.each([
    ['a NUL', { deep: [{ text: 'a\0b' }] }, { field: 'deep.0.text', reason: 'not-text' }],
    ['the first half of a pair', { text: '\ud87e' }, { field: 'text', reason: 'not-text' }],
    ['the second half of a pair', 'a\udc00', { field: '', reason: 'not-text' }],
    ['a name with a NUL', { 'a\0': 1 }, { field: '', reason: 'not-text' }],
  ])('is refused with %s, by field', (_what, value, fault) => {
    expect(faultIn(value)).toEqual(fault);
  });

  it('is refused when it is nested too deep, however deep', () => {
    expect(faultIn(nested(34))).toMatchObject({ reason: 'too-deep' });
    expect(faultIn(nested(100_000))).toMatchObject({ reason: 'too-deep' });
  });
});
