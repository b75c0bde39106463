import { seededRandom } from './seeded-random.js';

/** Somebody who does not exist. */
export interface SyntheticPerson {
  /** `T` and five digits. */
  readonly staffNo: string;
  /** A common surname and a term of the sixty-year cycle (甲子 ... 癸亥): nobody takes it for a real name. */
  readonly name: string;
  /** An address under `example.test`, which no mail reaches (RFC 6761). */
  readonly email: string;
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴',
];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const CYCLE = Array.from({ length: 60 }, (_, i) => `${STEMS[i % STEMS.length]}${BRANCHES[i % BRANCHES.length]}`);

/** How many different names there are. */
export const SYNTHETIC_NAMES_MAX = SURNAMES.length * CYCLE.length;

/** So many people with different names and staff numbers; the same seed gives the same people. */
export function syntheticPeople(count: number, seed = 1): SyntheticPerson[] {
  if (count > SYNTHETIC_NAMES_MAX) throw new RangeError(`There are only ${SYNTHETIC_NAMES_MAX} different synthetic names.`);
  const names = seededRandom(seed).shuffle(SURNAMES.flatMap((surname) => CYCLE.map((given) => `${surname}${given}`)));
  return names.slice(0, count).map((name, i) => {
    const staffNo = `T${String(i + 1).padStart(5, '0')}`;
    return { staffNo, name, email: `${staffNo.toLowerCase()}@example.test` };
  });
}
