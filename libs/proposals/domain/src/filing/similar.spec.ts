import { pairsIn, weighedPairs } from './similar.js';

const none = { subjects: 0, isSample: false, holding: new Map<string, number>() };
const pairsOf = (weighed: ReturnType<typeof weighedPairs>) => weighed.map(({ pair }) => pair);

describe('the pairs of a text', () => {
  it('are neighbours, each once, without case, and none across a comma', () => {
    expect(pairsIn('食堂、食堂的')).toEqual(['食堂', '堂的']);
    expect(pairsIn('WiFi 𬱖网')).toEqual(['wi', 'if', 'fi', '𬱖网']);
    expect(pairsIn('饭')).toEqual([]);
  });
});

describe('what similar matters are found by', () => {
  it('is the rarer the heavier, and the subject before the text', () => {
    const counts = {
      subjects: 100,
      isSample: false,
      holding: new Map([
        ['食堂', 4],
        ['学生', 60],
        ['晚餐', 4],
      ]),
    };
    const weighed = weighedPairs({ subject: '学生食堂', text: '晚餐太早，学生吃不上' }, counts);
    expect(pairsOf(weighed)).toEqual(['生食', '食堂', '晚餐', '学生']);
    expect(weighed.map(({ finds }) => finds)).toEqual([true, true, true, false]);
    expect(weighed[2]!.weight).toBeCloseTo(weighed[1]!.weight / 2);
  });

  it('is not what most of a few say, nor what many of a long list do', () => {
    const finding = (subjects: number, held: number) =>
      weighedPairs({ subject: '提案甲', text: '' }, { subjects, isSample: false, holding: new Map([['提案', held]]) }).find(
        ({ pair }) => pair === '提案',
      )?.finds;
    expect([finding(3, 3), finding(3, 1), finding(300, 31), finding(300, 30), finding(100, 15)]).toEqual([false, true, false, true, true]);
  });

  it('is the rarest where all are common, so that two characters find', () => {
    const counts = { subjects: 10, isSample: false, holding: new Map([['食堂', 9]]) };
    expect(weighedPairs({ subject: '食堂', text: '' }, counts)).toMatchObject([{ pair: '食堂', finds: true }]);
  });

  it('holds a small part of a long list together, the rarest first, and one in any case', () => {
    const holding = new Map([
      ['食堂', 9],
      ['堂甲', 4],
      ['甲乙', 5],
      ['乙丙', 0],
    ]);
    const finding = (subjects: number, held = holding) =>
      pairsOf(
        weighedPairs({ subject: '食堂甲乙丙', text: '' }, { subjects, isSample: true, holding: held }).filter(({ finds }) => finds),
      ).sort();
    expect(finding(200)).toEqual(['乙丙', '堂甲', '甲乙']);
    expect(finding(400)).toEqual(['乙丙', '堂甲', '甲乙', '食堂']);
    expect(finding(100, new Map([...holding].map(([pair]) => [pair, 9])))).toEqual(['乙丙']);
  });

  it('costs no more for a long text than for a short one, and is nothing for none', () => {
    const long = Array.from({ length: 20_000 }, (_, nth) => String.fromCodePoint(0x4e00 + (nth % 20_000))).join('');
    const holding = new Map(pairsIn(long).map((pair) => [pair, 1]));
    expect(weighedPairs({ subject: '食堂', text: long }, { subjects: 300, isSample: true, holding })).toHaveLength(32);
    expect(weighedPairs({ subject: '', text: '' }, none)).toEqual([]);
    expect(weighedPairs({ subject: '', text: '没有人这样写过' }, none)).toEqual([]);
  });
});
