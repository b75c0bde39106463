/** What is told of the sample congress besides its roster: the figures are those of `docs/walkthrough.md`. */
export const HELD_SESSION = { sessionNo: 1, title: '第一届教职工代表大会第一次会议', daysAgo: 60 } as const;
export const TODAYS_SESSION = { sessionNo: 2, title: '第一届教职工代表大会第二次会议' } as const;

/** How far a proposal of the session that was held has come. */
export type Stage =
  'filed' | 'assigned' | 'acknowledged' | 'replied' | 'rated' | 'closed' | 'suggestion' | 'suggestion-closed' | 'not-filed';

/** A proposal, how many second it, and where it stands today. */
export interface SampleProposal {
  readonly subject: string;
  readonly category: string;
  readonly seconders: number;
  readonly stage: Stage;
}

/** Eleven, with 52 signatures in all. */
export const PROPOSALS_HELD: readonly SampleProposal[] = [
  { subject: '延长图书馆开放时间', category: '教学科研', seconders: 4, stage: 'closed' },
  { subject: '改善教师午休条件', category: '生活福利', seconders: 4, stage: 'closed' },
  { subject: '更新多媒体教室设备', category: '教学科研', seconders: 4, stage: 'closed' },
  { subject: '规范实验室安全检查', category: '校园安全', seconders: 4, stage: 'rated' },
  { subject: '优化校园停车管理', category: '后勤服务', seconders: 4, stage: 'replied' },
  { subject: '完善青年教师培养', category: '人事人才', seconders: 4, stage: 'acknowledged' },
  { subject: '公开部门预算执行', category: '学校管理', seconders: 4, stage: 'assigned' },
  { subject: '改进食堂菜品供应', category: '后勤服务', seconders: 4, stage: 'filed' },
  { subject: '增设体育活动器材', category: '生活福利', seconders: 3, stage: 'suggestion-closed' },
  { subject: '调整班车发车时刻', category: '后勤服务', seconders: 3, stage: 'suggestion' },
  { subject: '更换校门口指示牌', category: '学校管理', seconders: 3, stage: 'not-filed' },
];

/** Who signs them, in turn: people with a sign-in of their own, none of whom reviews or handles. */
export const SIGNERS = ['T00020', 'T00021', 'T00022', 'T00002', 'T00006', 'T00007', 'T00008', 'T00009'] as const;

export const OFFICERS = { scrutineers: ['T00007', 'T00010'], tellers: ['T00008', 'T00009'] } as const;

const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const HALF_OF_ALL = { num: 1, den: 2, inclusive: false, base: 'roll' };
const RESOLUTION_RULES = { quorum: TWO_THIRDS, returnedLimit: 'issued', pass: HALF_OF_ALL, bundle: 'each' };

export const VOTERS = 57;

/** The plan of the walkthrough: 48 for, 5 against, 3 abstained, of 57. */
export const PLAN = {
  content: {
    kind: 'resolution',
    channel: 'hands',
    title: '岗位竞聘方案',
    rules: RESOLUTION_RULES,
    items: [{ id: 'plan', label: '岗位竞聘方案' }],
  },
  votes: { yes: 48, no: 5, abstain: 3 },
} as const;

export const ELECTION = {
  content: {
    kind: 'election',
    channel: 'paper',
    title: '工会委员会委员选举',
    rules: {
      quorum: TWO_THIRDS,
      returnedLimit: 'issued',
      seats: 9,
      surplus: { rate: { num: 5, den: 100 }, min: 1 },
      elect: HALF_OF_ALL,
      tie: 'runoff',
      shortage: 'supplementary',
      supplementary: { extra: 1, elect: null },
      writeIns: 'none',
    },
  },
  /** By staff number: all ten have more than half of 57, the last has no seat. */
  approvals: { T00030: 55, T00031: 54, T00032: 53, T00033: 52, T00034: 50, T00035: 49, T00036: 47, T00037: 44, T00038: 40, T00039: 33 },
} as const;

/** Of the session that sits today: hands are being counted, papers are being handed out, and rules are being drafted. */
export const TODAY = {
  open: {
    kind: 'resolution',
    channel: 'hands',
    title: '教职工考核办法修订草案',
    rules: RESOLUTION_RULES,
    items: [{ id: 'draft', label: '教职工考核办法修订草案' }],
  },
  handedOut: {
    kind: 'resolution',
    channel: 'sealed',
    title: '校内津贴分配方案',
    rules: RESOLUTION_RULES,
    items: [{ id: 'allowances', label: '校内津贴分配方案' }],
  },
  drafted: {
    kind: 'resolution',
    channel: 'hands',
    title: '教职工疗休养办法',
    rules: RESOLUTION_RULES,
    items: [{ id: 'leave', label: '教职工疗休养办法' }],
  },
  /** They are here to try it out, and sign in by themselves. */
  notSignedIn: ['T00020', 'T00021', 'T00022'],
} as const;

/** Of the coming session, beside what waits for its review. */
export const COMING = { returned: '完善校医院转诊流程', withdrawn: '统一办公用品采购' } as const;

/** Sheets that give each candidate so many approvals; the refusals go round, so that none approves more than there are seats. */
export function sheetsOf(
  approvals: Readonly<Record<string, number>>,
  sheets: number,
): { readonly no: number; readonly marks: Record<string, 'yes' | 'no'> }[] {
  const marks = Array.from({ length: sheets }, (): Record<string, 'yes' | 'no'> => ({}));
  let turn = 0;
  for (const [id, yes] of Object.entries(approvals)) {
    for (const sheet of marks) sheet[id] = 'yes';
    for (let left = sheets - yes; left > 0; left -= 1) (marks[turn++ % sheets] as Record<string, 'yes' | 'no'>)[id] = 'no';
  }
  return marks.map((sheet, nth) => ({ no: nth + 1, marks: sheet }));
}
