import fc from 'fast-check';
import { inNameOrder } from './name-order.js';

const BY_STROKES = new Intl.Collator('zh-u-co-stroke');
const BY_PINYIN = new Intl.Collator('zh-u-co-pinyin');
const people = (...names: string[]) => names.map((name, index) => ({ name, staffNo: `T${index}` }));
const namesOf = (sorted: readonly { name: string }[]) => sorted.map(({ name }) => name);

describe('inNameOrder', () => {
  it('sorts surnames by strokes: 丁 2, 王 4, 刘 6, 张 7, 欧 8, 黄 11', () => {
    const names = namesOf(inNameOrder(people('黄一', '张一', '王一', '丁一', '欧阳一', '刘一'), BY_STROKES));
    expect(names).toEqual(['丁一', '王一', '刘一', '张一', '欧阳一', '黄一']);
  });

  it('sorts the same surname by the strokes of the given name', () => {
    expect(namesOf(inNameOrder(people('王丽', '王一', '王小'), BY_STROKES))).toEqual(['王一', '王小', '王丽']);
  });

  it('sorts by pinyin', () => {
    expect(namesOf(inNameOrder(people('张一', '陈一', '黄一', '丁一'), BY_PINYIN))).toEqual(['陈一', '丁一', '黄一', '张一']);
  });

  it('puts namesakes by staff number and loses nobody', () => {
    const person = fc.record({ name: fc.constantFrom('王一', '李二', '张三'), staffNo: fc.string({ minLength: 1, maxLength: 4 }) });
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ staffNo }) => staffNo, maxLength: 30 }), (crowd) => {
        const sorted = inNameOrder(crowd, BY_STROKES);
        expect(inNameOrder([...crowd].reverse(), BY_STROKES)).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(crowd));
      }),
    );
  });
});
