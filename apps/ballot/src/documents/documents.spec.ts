import { spawnSync } from 'node:child_process';
import { type Ballot, EXPLANATIONS, type Explanation, WrittenNames } from '@plenum/ballot-domain';
import { unzipSync } from 'fflate';
import { chineseNumeral, compose, DOCUMENTS, type DocumentKind } from './compose.js';
import { inLanguage } from './language.js';
import { ENGLISH } from './messages/en.js';
import { CHINESE } from './messages/zh-cn.js';
import type { Cell, OfficialPaper } from './official-paper.js';
import { textOfDocx } from './testing/docx-text.js';
import { pagesOfPdf, textOfPdf } from './testing/pdf-text.js';
import { ELECTION_RULES, ISSUED, nineOfTen, NOON, RESOLUTION_RULES, signedBallot } from './testing/signed-ballots.js';
import { explained } from './wording.js';
import { writeDocx } from './write-docx.js';
import { writePdf } from './write-pdf.js';

const PDF_TIMEOUT_MS = 60_000;
const DIGEST = 'd1e5'.repeat(16);

const sheet = (no: number, marks: Record<string, string>, writeIns: readonly string[] = []) => ({
  no,
  marks: new Map(Object.entries(marks)),
  writeIns,
  doubt: null,
});
/** All words of a paper, said once. */
const wordsOf = ({ title, issuer, blocks }: OfficialPaper): string[] => {
  const said = [
    title,
    issuer,
    ...blocks.flatMap((block): readonly Cell[] =>
      block.kind === 'table' ? [...block.head, ...block.rows.flat()] : block.kind === 'closing' ? block.lines : [block.text],
    ),
  ];
  return said.flatMap((each) => (typeof each === 'string' ? [each] : [each.zh, each.en])).filter((each) => each !== '');
};
/** Lines break where they must; nothing else may be lost. */
const packed = (text: string): string => text.replace(/\s/g, '');

describe('a name with characters that no font of ours draws', () => {
  // Extension B, Mongolian, Uyghur, and a box of private use.
  const ROWS = [
    ['𠮷田', 'ᠮᠣᠩᠭᠣᠯ'],
    ['ئۇيغۇر', '\ue000 王芳·阿依古丽'],
    ['㐀 Müller 7', '—'],
  ];
  const paper = compose('tally-sheet', nineOfTen(), ISSUED);
  const named = {
    ...paper,
    blocks: [
      ...paper.blocks,
      {
        kind: 'table' as const,
        widths: [1, 1],
        head: [
          { zh: '姓名', en: '' },
          { zh: '姓名', en: '' },
        ],
        rows: ROWS,
      },
    ],
  };

  it(
    'keeps the PDF from being printed with empty boxes, and is named; the Word file is made',
    async () => {
      const refused = await writePdf(named).catch(
        (problem: unknown) => problem as { code: string; details: { characters: readonly string[] } },
      );
      const {
        code,
        details: { characters },
      } = refused as { code: string; details: { characters: readonly string[] } };
      expect(code).toBe('ballot.characters-not-drawn');
      expect(characters).toEqual(expect.arrayContaining(['𠮷 U+20BB7', 'ᠮ U+182E', 'ئ U+0626', '\ue000 U+E000']));
      for (const drawn of ['田', '王', '芳', '·', '阿', 'ü', '7', '—', ' '])
        expect(characters.map((each) => [...each][0])).not.toContain(drawn);
      expect(textOfDocx(await writeDocx(named))).toContain('𠮷田');
    },
    PDF_TIMEOUT_MS,
  );
});

describe('the tally sheet of a sealed vote', () => {
  const resets = [
    { member: '王某', madeBy: '秘书甲', makerId: 'm1', isFirst: false, late: false, confirmedBy: '监票人乙' },
    { member: '李某', madeBy: null, makerId: null, isFirst: false, late: false, confirmedBy: null },
    { member: '张某', madeBy: '秘书甲', makerId: 'm1', isFirst: true, late: false, confirmedBy: null },
    { member: '赵某', madeBy: null, makerId: null, isFirst: true, late: false, confirmedBy: null },
    { member: '周某', madeBy: '秘书甲', makerId: 'm2', isFirst: true, late: false, confirmedBy: null },
    { member: '孙某', madeBy: '秘书甲', makerId: 'm1', isFirst: true, late: true, confirmedBy: '监票人乙' },
  ];
  const said = (kind: DocumentKind) => wordsOf(compose(kind, nineOfTen(), { ...ISSUED, resets }));

  it('names the accounts that were reset, who gave the code and who confirmed the person; counts first passwords by maker, of one name or not, and names late ones', () => {
    expect(said('tally-sheet')).toEqual(
      expect.arrayContaining([
        '会议通知后凭登录码重设密码的账号：王某（发码人：秘书甲；核实人：监票人乙）、李某（发码人：本人邮箱；核实人：无）。',
        '会议通知后首次设定密码的账号：4 个（发码人：秘书甲 2 个、本人邮箱 1 个、秘书甲 1 个）。',
        '其中会议开始后才设定的：孙某（发码人：秘书甲；核实人：监票人乙）。',
        'Accounts whose first password was set since the session was announced: 4 (codes given by: 秘书甲 2, own mail 1, 秘书甲 1).',
      ]),
    );
    expect(said('result-notice').join()).not.toContain('王某');
  });

  it('counts whom another hand signed in, and names who was late with whose hand it was', () => {
    const byDesk = {
      late: [
        { member: '王某', madeBy: '秘书甲' },
        { member: '李某', madeBy: '秘书乙' },
      ],
      members: 5,
    };
    const words = (kind: DocumentKind, told = byDesk) => wordsOf(compose(kind, nineOfTen(), { ...ISSUED, byDesk: told }));
    expect(words('tally-sheet')).toEqual(
      expect.arrayContaining([
        '由他人代为签到的代表：5 人。',
        '会议开始后由他人代为签到的代表：王某（代签人：秘书甲）、李某（代签人：秘书乙）。',
        'Signed in by another hand: 5.',
      ]),
    );
    expect(words('tally-sheet', { late: [], members: 0 }).join()).not.toContain('代为签到');
    expect(words('result-notice').join()).not.toContain('代为签到');
  });
});

describe.each(DOCUMENTS)('the document %s', (kind: DocumentKind) => {
  const paper = compose(kind, nineOfTen(), ISSUED);
  let printed: { readonly docx: Buffer; readonly pdf: Buffer };
  beforeAll(async () => {
    printed = { docx: await writeDocx(paper), pdf: await writePdf(paper) };
  }, PDF_TIMEOUT_MS);

  it('has every word and figure in both formats, and the fingerprint on every page', () => {
    const [docx, pdf] = [textOfDocx(printed.docx), textOfPdf(printed.pdf)];
    for (const words of wordsOf(paper)) {
      expect(packed(docx)).toContain(packed(words));
      expect(packed(pdf)).toContain(packed(words));
    }
    const pages = packed(pdf).match(/第\d+页，共\d+页/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(packed(pdf).split(DIGEST)).toHaveLength(pages.length + 1);
    expect(docx).toContain(DIGEST);
  });

  it(
    'is in one language where one is asked for, and names the congress, the place, the date and the seal',
    async () => {
      const chinese = wordsOf(inLanguage(paper, 'zh')).join('\n');
      for (const words of ['教职工代表大会第', '签署地点：', '签署日期：', '（盖章）']) expect(chinese).toContain(words);
      expect(chinese).not.toMatch(/Staff Congress|Subject|Outcome/);
      expect(textOfPdf(await writePdf(inLanguage(paper, 'zh')))).not.toMatch(/Staff|Fingerprint/i);
      const english = wordsOf(inLanguage(paper, 'en')).join('\n');
      expect(english).toContain('Staff Congress, term');
      expect(english).not.toContain('签署地点');
      expect(inLanguage(paper, 'both')).toBe(paper);
    },
    PDF_TIMEOUT_MS,
  );

  it(
    'is the same bytes whenever it is made, dated by the signature',
    async () => {
      const { docx, pdf } = printed;
      expect((await writeDocx(compose(kind, nineOfTen(), ISSUED))).equals(docx)).toBe(true);
      expect((await writePdf(compose(kind, nineOfTen(), ISSUED))).equals(pdf)).toBe(true);
      expect(Buffer.from(unzipSync(docx)['docProps/core.xml'] ?? []).toString()).toContain('2026-03-02T04:00:00Z</dcterms:created>');
      expect(pdf.toString('latin1')).toContain('D:20260302040000Z');
    },
    PDF_TIMEOUT_MS,
  );

  it('embeds no more of the font than it needs', () => {
    expect(printed.pdf.length).toBeLessThan(200_000);
  });

  // Where poppler is installed a second reader, not ours, finds the same.
  it('is read by another program alike, where there is one', () => {
    const { status, stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: printed.pdf, encoding: 'utf8' });
    const read = status === 0 ? stdout : packed(textOfPdf(printed.pdf)); // Ours reads Chinese one character a line.
    for (const words of ['王甲', '57', '吴癸', '33', '未当选', DIGEST]) expect(read).toContain(words);
  });
});

describe('the places to sign on a tally sheet', () => {
  const CHIEFS = ['总监票人', '总计票人'];
  const whole = compose('tally-sheet', nineOfTen(), ISSUED);
  const signing = whole.blocks.slice(whole.blocks.findIndex((block) => block.kind === 'heading' && block.text.zh === '签署'));
  /** The end of a tally sheet below so many lines, with so many officers more. */
  const printed = async (lines: number, moreOfficers: number): Promise<readonly string[]> => {
    const above = Array.from({ length: lines }, (_, nth) => ({ kind: 'paragraph' as const, text: { zh: `第${nth + 1}行`, en: '' } }));
    const below = signing.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: [...block.rows, ...Array.from({ length: moreOfficers }, (): Cell[] => ['计票人', '孙某', '未签', ''])] }
        : block,
    );
    return pagesOfPdf(await writePdf(inLanguage({ ...whole, blocks: [...above, ...below] }, 'zh'))).map(packed);
  };

  // A line lower each time, the table comes to the foot of the page and over it.
  it.each([
    ['a few officers', 0],
    ['more officers than a page has room for', 20],
  ])(
    'are on one page for both chiefs, under their heads, wherever the page ends: %s',
    async (_, moreOfficers) => {
      const on = (words: string, pages: readonly string[]) => pages.findIndex((page) => page.includes(words));
      const firsts = new Set<number>();
      for (const lines of [21, 25, 26, 27]) {
        const pages = await printed(lines, moreOfficers);
        const first = on('总监票人', pages);
        expect([lines, ...['电子签名时间', ...CHIEFS].map((words) => on(words, pages))]).toEqual([lines, first, first, first]);
        firsts.add(first);
      }
      expect([...firsts]).toEqual([0, 1]);
    },
    PDF_TIMEOUT_MS,
  );
});

describe('what a tally sheet says', () => {
  const saysOf = (ballot: ReturnType<typeof nineOfTen>, kind: DocumentKind = 'tally-sheet'): string =>
    wordsOf(compose(kind, ballot, ISSUED)).join('\n');
  const rowsOf = (ballot: ReturnType<typeof nineOfTen>) =>
    compose('tally-sheet', ballot, ISSUED).blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.zh)).join('|')) : [],
    );

  // R42, and DOMAIN 6.3, example 11.
  it('is the votes of every candidate in the order of the paper, the rule with its base and figure, and why nine are elected', () => {
    const rows = rowsOf(nineOfTen());
    expect(rows).toEqual(
      expect.arrayContaining(['1|王甲|57|0|0|当选', '9|周壬|40|17|0|当选', '10|吴癸|33|24|0|未当选', '60|60|60|57|57|57|0']),
    );
    const said = saysOf(nineOfTen());
    expect(said).toContain('当选：赞成票超过应到人数的 1/2，须 31 票');
    expect(said).toContain('To be elected: more than 1/2 of the roll in favour, 31 needed');
    expect(said).toContain('达到票数的有 10 人，多于应选 9 人，得票多的 9 人当选。');
    expect(said).toContain('云山实验学校第七届教职工代表大会第二次会议');
  });

  it('is nothing of lots where votes decided', () => {
    for (const kind of DOCUMENTS) expect(saysOf(nineOfTen(), kind)).not.toMatch(/抽签|by lot|lots were drawn/);
  });

  it('is who signed and when, and a place for every officer', () => {
    expect(rowsOf(nineOfTen())).toEqual(
      expect.arrayContaining(['总监票人|赵监票|2026-03-02 12:00:00|', '监票人|钱监督|未签|', '总计票人|孙计票|2026-03-02 12:00:00|']),
    );
  });

  it('names a tie at the cut and what follows from it', () => {
    const votes = [57, 57, 56, 55, 52, 50, 49, 47, 40, 40];
    const tied = signedBallot({
      kind: 'election',
      rules: ELECTION_RULES,
      labels: votes.map((_, nth) => `甲${nth}`),
      roll: 60,
      hands: votes.map((yes, nth) => ({ id: `c${String(nth + 1).padStart(2, '0')}`, yes, no: 57 - yes, abstain: 0 })),
    });
    expect(saysOf(tied)).toContain('甲8、甲9 同为 40 票，余 1 个名额不能确定。');
    expect(saysOf(tied)).toContain('Run-off between 甲8, 甲9 for 1 seats.');
    expect(rowsOf(tied)).toEqual(expect.arrayContaining(['9|甲8|40|17|0|票数相等']));
  });

  it('names a shortage, spoiled and doubtful papers, and who was written in', () => {
    const sheets = [
      ...[1, 2, 3, 4].map((no) => sheet(no, { c01: 'yes' })),
      sheet(5, {}, ['Zhao']),
      { ...sheet(6, {}), doubt: { reason: 'noSeal' as const, marks: [] } },
    ];
    const rulings = ['s1', 's2'].map((scrutineerId) => ({
      scrutineerId,
      verdict: 'invalid' as const,
      reason: 'noSeal' as const,
      sheet: sheet(6, {}),
    }));
    const names = new WrittenNames([
      { name: 'Zhao', memberId: null, candidateId: null, label: '赵三', eligible: false, proposedBy: 't1', confirmedBy: 't2' },
    ]);
    const short = signedBallot({
      kind: 'election',
      rules: { ...ELECTION_RULES, seats: 2, surplus: null },
      labels: ['王甲', '李乙'],
      roll: 6,
      sheets,
      rulings,
      names,
    });
    expect(saysOf(short)).toContain('还缺 1 名，暂缺。');
    expect(saysOf(short)).toContain('废票原因：没有印章 1 张');
    expect(saysOf(short)).toContain('Doubtful papers as decided: invalid (no seal): 1');
    expect(rowsOf(short)).toEqual(expect.arrayContaining(['1|赵三|1|无资格|—', '6|6|6|6|6|5|1']));
    expect(saysOf(short, 'result-notice')).toContain('王甲');
  });

  it('says in the notice what became of the result', () => {
    const higher = { reference: '总工发〔2026〕12号', documentOn: '2026-03-20', by: 'organiser', at: NOON };
    const approval = { dueOn: '2026-03-23', dueAt: NOON, provisional: false } as const;
    const effective = {
      ...nineOfTen(),
      approval: { ...approval, answer: { ...higher, approved: true, reason: null } },
      posting: { untilOn: '2026-03-27', endsAt: NOON, provisional: false },
    } as Ballot;
    expect(saysOf(effective, 'result-notice')).toContain('上级批复：同意（总工发〔2026〕12号，2026-03-20）。');
    const rejected = { ...nineOfTen(), approval: { ...approval, answer: { ...higher, approved: false, reason: '程序不合' } } } as Ballot;
    expect(saysOf(rejected, 'result-notice')).toContain('上级批复：不同意（总工发〔2026〕12号，2026-03-20）。理由：程序不合');
    const annulled = { ...nineOfTen(), annulment: { reason: '选票短少', by: 'organiser', at: NOON } };
    expect(saysOf(annulled, 'result-notice')).toContain('本次投票已宣布作废，以下结果不再有效。理由：选票短少');
    expect(saysOf(annulled)).toBe(saysOf(nineOfTen()));
  });

  it('tells no votes where a gate stopped the count', () => {
    const stuffed = signedBallot({
      kind: 'election',
      rules: ELECTION_RULES,
      labels: Array.from({ length: 10 }, (_, nth) => `甲${nth}`),
      roll: 6,
      returned: 7,
    });
    expect(saysOf(stuffed)).toContain('按规则不计得票。');
    expect(saysOf(stuffed)).toContain('收回 7 张，超过 6 张，投票无效。');
    expect(saysOf(stuffed)).not.toContain('当选名单');
  });

  it('is matter by matter, grade by grade and option by option for the other kinds', () => {
    const plan = signedBallot({
      kind: 'resolution',
      rules: RESOLUTION_RULES,
      labels: ['方案'],
      roll: 57,
      hands: [{ id: 'c01', yes: 48, no: 5, abstain: 3 }],
    });
    expect(rowsOf(plan)).toContain('1|方案|48|5|3|29|通过');
    expect(saysOf(plan, 'result-notice')).toContain('公示期：公布后 5 个工作日。');
    const scale = { grades: ['优秀', '称职'], rates: { 称职率: ['优秀', '称职'] } };
    const appraisal = signedBallot({
      kind: 'appraisal',
      rules: {},
      labels: ['校长'],
      roll: 48,
      scale,
      hands: [{ id: 'c01', counts: { 优秀: 20, 称职: 18 }, abstain: 9 }],
    });
    expect(rowsOf(appraisal)).toContain('1|校长|20（42.6%）|18（38.3%）|38（80.9%）|9');
    const poll = signedBallot({
      kind: 'poll',
      rules: {},
      labels: ['一号', '二号'],
      roll: 10,
      hands: [
        { id: 'c01', votes: 3 },
        { id: 'c02', votes: 5 },
      ],
    });
    expect(rowsOf(poll)).toEqual(expect.arrayContaining(['1|一号|3|37.5%|', '2|二号|5|62.5%|得票最多']));
  });
});

describe('the words of documents', () => {
  it('leave no fact open, for every step that a count may explain', () => {
    const facts = { num: 1, den: 2, inclusive: true, base: 'roll', tied: ['a'], elected: ['a'], candidates: ['a'], id: 'a' };
    const names = 'breach listed seats needed roll present returned limit yes of items passed qualified tiedSeats vacant valid'.split(' ');
    const params = { ...facts, ...Object.fromEntries(names.map((name) => [name, 7])) } as Explanation['params'];
    for (const code of EXPLANATIONS) {
      const { zh, en } = explained({ code, params }, () => '王甲');
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(`${zh}${en}`).not.toMatch(/[{}]|undefined/);
    }
  });

  it('have the same facts in both languages', () => {
    const leaves = (words: object): [string, string][] =>
      Object.entries(words).flatMap(([name, word]) =>
        typeof word === 'string'
          ? [[name, word]]
          : leaves(word as object).map(([inner, each]): [string, string] => [`${name}.${inner}`, each]),
      );
    const factsIn = (word: string) => [...word.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const english = new Map(leaves(ENGLISH));
    for (const [name, word] of leaves(CHINESE)) expect([name, factsIn(english.get(name) ?? '')]).toEqual([name, factsIn(word)]);
  });

  it.each([
    [1, '一'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [45, '四十五'],
    [100, '100'],
  ])('count sessions as they are spoken: %i', (no, spoken) => {
    expect(chineseNumeral(no)).toBe(spoken);
  });
});
