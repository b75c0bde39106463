import { shortenedTo } from './shortened.js';

describe('a text that is too long', () => {
  it.each([
    ['fits', 'Short.', 6, 'Short.'],
    ['ends with a sentence', 'One is here. Two is here too. Three', 33, 'One is here. Two is here too.…'],
    ['ends with a sentence in Chinese', '第一句在这里。第二句也在这里。第三句', 50, '第一句在这里。第二句也在这里。…'],
    ['is cut where the sentence would leave too little', 'One. And then a very long one follows', 30, 'One. And then a very long o…'],
    ['is cut between characters', '长长长长', 10, '长长…'],
    ['keeps figures and names whole', 'By 3.14 of all, who counts no', 20, 'By 3.14 of all, w…'],
    ['leaves no half of a character', '😀😀😀', 11, '😀😀…'],
  ])('%s', (_what, text, max, expected) => {
    const shortened = shortenedTo(text, max);
    expect(shortened).toBe(expected);
    expect(Buffer.byteLength(shortened)).toBeLessThanOrEqual(max);
  });
});
