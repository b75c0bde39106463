import { withEverySign } from './shown-characters.js';

describe('a text in which every character is seen', () => {
  it.each([
    ['王小明', '王小明'],
    ['王　明', '王　明'],
    ['王\u200b明', '王‹U+200B›明'],
    ['王\u202e明', '王‹U+202E›明'],
    ['王\u00a0明', '王‹U+00A0›明'],
    ['\u2f00', '\u2f00‹U+2F00›'],
    ['王\n', '王‹U+000A›'],
    ['\u{e0100}\ue001', '‹U+E0100›‹U+E001›'],
  ])('%j is shown as %j', (text, shown) => expect(withEverySign(text)).toBe(shown));
});
