import { charactersOf } from './characters.js';

describe('characters', () => {
  it('are counted as people count them', () => {
    expect(charactersOf('李𬱖')).toBe(2);
    expect(charactersOf('')).toBe(0);
    expect(charactersOf('abc，提案')).toBe(6);
  });
});
