import { derivedId, likePattern, NAME_COLLATORS } from '../index.js';

describe('a derived id', () => {
  it('is the same for the same parts, for ever: events of years ago are found by it', () => {
    expect(derivedId('2f0c1f7e-6f55-4b5e-9a3e-6c1d9d7b1a01', 'reply', 1)).toBe('1d89148d-0a3b-8a32-8537-fdac195822b9');
  });

  it('is another for other parts, and a UUID of version 8', () => {
    const ids = [derivedId('a', 'reply', 1), derivedId('a', 'reply', 2), derivedId('b', 'reply', 1), derivedId('a', 'reply')];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

it('orders names by strokes and by pinyin', () => {
  const names = ['王', '丁', '陈'];
  expect([...names].sort(NAME_COLLATORS.strokes.compare)).toEqual(['丁', '王', '陈']);
  expect([...names].sort(NAME_COLLATORS.pinyin.compare)).toEqual(['陈', '丁', '王']);
});

it('looks for a text as it stands, whatever signs it has', () => {
  expect(likePattern('50%_a\\b')).toBe('%50\\%\\_a\\\\b%');
});
