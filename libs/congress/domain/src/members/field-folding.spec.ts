import fc from 'fast-check';
import { characterFault, foldField, foldName, type Folding } from './field-folding.js';
import { tidyField } from './member-fields.js';

/** A cell, what it is read as, and how it was folded. */
type Read = readonly [string, string, readonly Folding[]];

/** Characters that lists of people hold, and those that they should not. */
const CHARACTERS = [
  ...'王明一欧阳T0.-—/无?a é',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\ufe00',
  '\u{e0100}',
  '\u3164',
  '\uffa0',
  '\u2800',
  '\u034f',
  '\u0301',
  '\u2f00',
  '\u2ee2',
  '\u2e9f',
  '\uf900',
  '·',
  '•',
  '‧',
  '・',
  '･',
  '●',
  '．',
  'Ｔ',
  '０',
  '\n',
  '\u2028',
  '\u0007',
  '□',
  '\ufffd',
  '\ue000',
  '\u1820',
  '\u180b',
  'ا',
  '①',
  '\u00ad',
];
const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 12 }));
/** A text as the eye has it: which blank it is, and how an accent is composed, is not seen. */
const seen = (text: string): string => text.normalize('NFC').trim().replace(/\s/gu, ' ');

describe.each([
  ['foldField', foldField],
  ['foldName', foldName],
])('%s', (_, fold) => {
  it('folds nothing the second time', () => {
    fc.assert(
      fc.property(cell, (raw) => expect(fold(fold(raw).text)).toEqual({ text: fold(raw).text, foldings: [] })),
      { numRuns: 1_000 },
    );
  });

  it('says nothing of a character that only stands among the doubles', () => {
    for (const own of ['\ufa11', '\ufada']) expect(fold(own)).toEqual({ text: own, foldings: [] });
    expect(fold('\uf900')).toEqual({ text: '\u8c48', foldings: ['variant'] });
  });

  it('never joins two texts that look different without saying so of one of them', () => {
    fc.assert(
      fc.property(cell, (raw) => void (fold(raw).foldings.length === 0 && expect(fold(raw).text).toBe(seen(raw)))),
      { numRuns: 1_000 },
    );
  });

  it('gives what is kept as it is', () => {
    fc.assert(
      fc.property(cell, (raw) => expect(tidyField(fold(raw).text)).toBe(fold(raw).text)),
      { numRuns: 1_000 },
    );
  });
});

describe('the name of a person', () => {
  it.each<Read>([
    ['王　明', '王明', ['space']],
    ['欧阳 \u00a0丽', '欧阳丽', ['space']],
    [' John  Smith ', 'John Smith', ['space']],
    ['王小明', '王小明', []],
    [' 王小明\u3000', '王小明', []],
    ["O'Neill", "O'Neill", []],
    ...[...'·•‧・●∙⋅'].map((dot): Read => [`阿卜杜${dot}热合曼`, '阿卜杜·热合曼', dot === '·' ? [] : ['dot']]),
    ['阿卜杜･热合曼', '阿卜杜·热合曼', ['variant', 'dot']],
    ['阿卜杜．热合曼', '阿卜杜·热合曼', ['variant', 'dot']],
    ['阿卜杜 · 热合曼', '阿卜杜·热合曼', ['dot']],
    ['J. Smith', 'J. Smith', []],
    ['王\u200b明', '王明', ['invisible']],
    ['\ufeff王明', '王明', ['invisible']],
    ['王\ufe00明\u034f', '王明', ['invisible']],
    ['王\u3164明', '王明', ['invisible', 'space']],
    ['王\u2800明', '王明', ['invisible', 'space']],
    ['John\u3164Smith', 'John Smith', ['invisible']],
    ['\u2f00\u2f42', '一文', ['radical']],
    ['\uf9d1', '六', ['variant']],
    ['Ｗａｎｇ', 'Wang', ['variant']],
    ['e\u0301', 'é', []],
    ['王一\n李二', '王一李二', ['space', 'line-break']],
    ...['-', '—', '——', '－', '/', '／', '无', ' 无 ', '–'].map((nothing): Read => [
      nothing,
      '',
      /[－／]/.test(nothing) ? ['empty', 'variant'] : ['empty'],
    ]),
    ['无名', '无名', []],
    ['A-B', 'A-B', []],
  ])('%j is read as %j: %j', (raw, text, foldings) => expect(foldName(raw)).toEqual({ text, foldings }));

  it('keeps what shapes Mongolian letters', () =>
    expect(foldName('\u1820\u180b\u1821')).toEqual({ text: '\u1820\u180b\u1821', foldings: [] }));
});

describe('a unit', () => {
  it('keeps its blanks and dots', () => {
    expect(foldField('第一 支部')).toEqual({ text: '第一 支部', foldings: [] });
    expect(foldField('教务•总务')).toEqual({ text: '教务•总务', foldings: [] });
  });
});

describe('characterFault', () => {
  it.each([
    ['王\ufffd', 'lost', '\ufffd'],
    ['王□', 'lost', '□'],
    ['王\ue5e5', 'lost', '\ue5e5'],
    ['王\ud842', 'lost', '\ud842'],
    ['\u2ee2小明', 'look-alike', '\u2ee2'],
    ['王\u202e明', 'invisible', '\u202e'],
    ['王\u2066明', 'invisible', '\u2066'],
    ['王\u0007', 'invisible', '\u0007'],
    ['王\ufe00', 'invisible', '\ufe00'],
    ['王\u3164', 'invisible', '\u3164'],
    ['王\u2800', 'invisible', '\u2800'],
    ['王\u034f', 'invisible', '\u034f'],
  ])('finds in %j: %s', (text, reason, character) => expect(characterFault(text)).toEqual({ reason, character }));

  it.each(['王小明', '𠮷田', '㐀𰻝', 'ئابدۇرەھىم', '\u1820\u180b', 'བཀྲ་ཤིས', "O'Neill"])('takes %s', (text) =>
    expect(characterFault(text)).toBeNull(),
  );
});
