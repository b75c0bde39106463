/** What a sample person holds; each is a sign-in that is printed at the end of the start. */
export interface SampleRole {
  readonly staffNo: string;
  /** In words, for the printed list. */
  readonly role: string;
  readonly office?: string;
  /** The office is for the session, for a unit of this code, or (neither) for the whole organisation. */
  readonly forSession?: boolean;
  readonly unitCode?: string;
  readonly chief?: boolean;
}

export const ORGANISATION = { code: 'demo', name: '示范大学' } as const;

/** Who founds the sample organisation and holds its secretariat. */
export const SECRETARY = 'T00001';

/** The units of `roster.csv`, which names them. */
export const UNITS = [
  { code: 'DZB', name: '党政办公室' },
  { code: 'RSC', name: '人事处' },
  { code: 'JWC', name: '教务处' },
  { code: 'HQB', name: '后勤保障部' },
  { code: 'XXZ', name: '信息中心' },
  { code: 'TSG', name: '图书馆' },
] as const;

export const DELEGATIONS = ['第一代表团', '第二代表团', '第三代表团', '第四代表团', '第五代表团', '第六代表团'] as const;

/** The roles with a sign-in of their own. All are rows of `roster.csv`. */
export const ROLES: readonly SampleRole[] = [
  { staffNo: SECRETARY, role: 'secretariat (大会秘书处)' },
  { staffNo: 'T00002', role: 'presidium (主席团)', office: 'PRESIDIUM', forSession: true, chief: true },
  { staffNo: 'T00003', role: 'proposals committee (提案工作委员会)', office: 'PROPOSALS_COMMITTEE', chief: true },
  { staffNo: 'T00004', role: 'unit handler, 后勤保障部 (承办人)', office: 'UNIT_HANDLER', unitCode: 'HQB' },
  { staffNo: 'T00010', role: 'unit head, 后勤保障部 (部门负责人)', office: 'UNIT_HEAD', unitCode: 'HQB' },
  { staffNo: 'T00006', role: 'leader in charge (分管领导)', office: 'LEADER_IN_CHARGE', unitCode: 'HQB' },
  { staffNo: 'T00007', role: 'scrutineer (总监票人)', office: 'SCRUTINEER', forSession: true, chief: true },
  { staffNo: 'T00008', role: 'teller (总计票人)', office: 'TELLER', forSession: true, chief: true },
  { staffNo: 'T00009', role: 'teller (计票人)', office: 'TELLER', forSession: true },
  { staffNo: 'T00020', role: 'delegate (代表)' },
  { staffNo: 'T00021', role: 'delegate (代表)' },
  { staffNo: 'T00022', role: 'delegate (代表)' },
];

/** Who files, and who seconds, the sample proposals. */
export const PROPOSERS = { filed: 'T00020', drafted: 'T00022', seconders: ['T00021', 'T00022'] } as const;

export const PROPOSALS = {
  filed: {
    subject: '关于延长图书馆周末开放时间的提案',
    grounds: '周末图书馆十七时闭馆，教职工和学生晚间无处自习；问卷中多数受访者希望延长。',
    measures: '周六、周日开放至二十二时，先试行一个学期，由后勤保障部安排值班和供暖。',
  },
  drafted: {
    subject: '关于在东区增设教职工电动车充电位的提案',
    grounds: '东区现有充电位不足，教职工常需排队，也有人在楼道内充电，存在安全隐患。',
    measures: '在东区车棚增设四十个充电位，并由信息中心接入校园卡计费。',
  },
} as const;

export const SESSION_TITLE = '第一届教职工代表大会第三次会议';
export const TERM_YEARS = 3;
