import { csvField, neutral } from './cells.js';

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '＋1', '－1', '＠A'])(
    'never begins a formula: %j',
    (text) => {
      expect(neutral(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'A canteen', '7-2-001', '1=1', '食堂延时开放'])('is left as it is where it begins none: %j', (text) => {
    expect(neutral(text)).toBe(text);
  });

  it('is quoted where it would end its field or its row', () => {
    expect(csvField('plain')).toBe('plain');
    expect(csvField('one, two')).toBe('"one, two"');
    expect(csvField('a "word"')).toBe('"a ""word"""');
    expect(csvField('=HYPERLINK("http://x","y")\nz')).toBe('"\'=HYPERLINK(""http://x"",""y"")\nz"');
  });
});
