import type { CommitmentState } from '../commitments/commitment.js';
import type { Track } from '../vocabulary/vocabulary.js';
import type { HistoryColumn } from './history-columns.js';

/** How committees head the columns of such tables; compared without case and spaces. */
export const HISTORY_HEADINGS: Readonly<Record<HistoryColumn, readonly string[]>> = {
  number: ['编号', '序号', '案号', '提案编号', '提案号', 'number', 'no.', 'no', 'docketno.', 'docketno'],
  subject: ['案由', '提案名称', '提案题目', '标题', '题目', 'subject', 'title'],
  grounds: ['案据', '理由', '提案理由', '依据', 'grounds'],
  measures: ['建议措施', '建议', '措施', 'measures'],
  category: ['类别', '提案类别', '分类', 'category'],
  track: ['处理方式', '审查结果', '立案情况', 'filedas', 'track'],
  proposer: ['提案人', '领衔提案人', '第一提案人', 'proposer', 'leadproposer'],
  submittedOn: ['提交日期', '提交时间', '提案日期', '日期', 'submitted', 'submittedon'],
  unit: ['主办单位', '承办单位', '承办部门', '主办部门', 'leadunit', 'unit'],
  result: ['答复结果', '办理结果', '办理情况', 'result'],
  reply: ['答复', '答复内容', '答复意见', '办理答复', 'reply'],
  repliedOn: ['答复日期', '答复时间', 'repliedon', 'replied'],
  promise: ['承诺', '承诺内容', '承诺事项', 'commitment', 'promise'],
  promiseDueOn: ['承诺期限', '落实期限', 'dueon', 'due'],
  promiseState: ['落实情况', '承诺状态', 'stateofthecommitment', 'commitmentstate'],
};

/** How the table that the house itself exports heads them, in Chinese and in English: beside other columns that read like some of these. */
export const EXPORT_HEADINGS: Readonly<Record<HistoryColumn, readonly [string, string]>> = {
  number: ['案号', 'Docket no.'],
  subject: ['案由', 'Subject'],
  grounds: ['案据', 'Grounds'],
  measures: ['建议措施', 'Measures'],
  category: ['类别', 'Category'],
  track: ['处理方式', 'Filed as'],
  proposer: ['领衔提案人', 'Lead proposer'],
  submittedOn: ['提交时间', 'Submitted'],
  unit: ['主办单位', 'Lead unit'],
  result: ['答复结果', 'Result'],
  reply: ['答复内容', 'Reply'],
  repliedOn: ['答复日期', 'Replied on'],
  promise: ['承诺内容', 'Commitment'],
  promiseDueOn: ['承诺期限', 'Commitment due'],
  promiseState: ['承诺状态', 'State of the commitment'],
};

/** What heads the column of ids, which only the house's own tables have. */
export const EXPORT_MARK = ['系统编号', 'ID'] as const;

/** How such tables say what became of a matter in the review; compared without case. */
export const TRACK_VOCABULARY: ReadonlyMap<string, Track> = new Map([
  ['提案', 'PROPOSAL'],
  ['立案', 'PROPOSAL'],
  ['已立案', 'PROPOSAL'],
  ['proposal', 'PROPOSAL'],
  ['filed', 'PROPOSAL'],
  ['意见建议', 'SUGGESTION'],
  ['建议', 'SUGGESTION'],
  ['转为意见建议', 'SUGGESTION'],
  ['suggestion', 'SUGGESTION'],
]);

/** How such tables say what became of a promise; compared without case. */
export const PROMISE_VOCABULARY: ReadonlyMap<string, Exclude<CommitmentState, 'REPORTED'>> = new Map([
  ['待落实', 'OPEN'],
  ['未落实', 'OPEN'],
  ['落实中', 'OPEN'],
  ['待认可', 'OPEN'],
  ['open', 'OPEN'],
  ['reported', 'OPEN'],
  ['已落实', 'DONE'],
  ['已完成', 'DONE'],
  ['done', 'DONE'],
  ['已说明', 'EXPLAINED'],
  ['无法落实', 'EXPLAINED'],
  ['explained', 'EXPLAINED'],
]);

/** How such tables name the usual results; compared without case. */
export const RESULT_VOCABULARY: ReadonlyMap<string, string> = new Map([
  ['已解决', 'SOLVED'],
  ['已办结', 'SOLVED'],
  ['solved', 'SOLVED'],
  ['正在解决', 'IN_PROGRESS'],
  ['in progress', 'IN_PROGRESS'],
  ['列入计划', 'PLANNED'],
  ['planned', 'PLANNED'],
  ['暂不能解决', 'NOT_POSSIBLE'],
  ['not possible', 'NOT_POSSIBLE'],
  ['留作参考', 'REFERENCE'],
  ['reference', 'REFERENCE'],
  ['for reference', 'REFERENCE'],
]);
