import type { BallotNotices } from './messages.js';

/** Mails about ballots and their results, in Chinese. */
export const BALLOT_IN_CHINESE: BallotNotices = {
  'ballot.ballot-called-off': { subject: '已取消：{title}', text: '{kind}“{title}”已取消，不再举行。理由：{reason}' },
  'ballot.ballot-announced': { subject: '将举行{kind}：{title}', text: '将举行{kind}：{title}。' },
  'ballot.candidates-posted': {
    subject: '候选人名单公示：{title}',
    text: '“{title}”的候选人名单现予公示。如有异议，请于 {untilOn} 前提出。',
  },
  'ballot.candidate-objection-raised': {
    subject: '请答复对候选人的异议：{title}',
    text: '有人对“{title}”的候选人提出异议，请核实并答复。',
  },
  'ballot.ballot-opened': { subject: '{kind}开始：{title}', text: '{kind}“{title}”现在开始，请投票。' },
  'ballot.ballot-closed': { subject: '{kind}投票结束：{title}', text: '{kind}“{title}”投票结束，请开始计票。' },
  'ballot.schedule-refused': {
    subject: '未能按时开始或截止：{title}',
    text: '{kind}“{title}”未能在设定的时间开始或截止投票，系统没有作任何改动。请查看原因并决定如何处理。',
  },
  'ballot.signatures-due': { subject: '请签署计票结果：{title}', text: '请核对并签署{kind}“{title}”的计票结果。' },
  'ballot.result-declared': { subject: '结果宣布：{title}', text: '{kind}“{title}”的结果已宣布：{status}。' },
  'ballot.result-approved': { subject: '上级批复：{title}', text: '{kind}“{title}”的结果已获上级批复（{reference}），自此生效。' },
  'ballot.result-rejected': { subject: '上级未批准：{title}', text: '{kind}“{title}”的结果未获上级批准（{reference}）。理由：{reason}' },
  'ballot.result-posted-until': {
    subject: '结果公示：{title}',
    text: '{kind}“{title}”的结果现予公示：{status}。如有异议，请于 {untilOn} 前提出。',
  },
  'ballot.objection-raised': { subject: '请答复异议：{title}', text: '有人对{kind}“{title}”的结果提出异议，请核实并答复。' },
  'ballot.objection-answered': { subject: '异议答复：{title}', text: '您对{kind}“{title}”的结果提出的异议：{outcome}。' },
  'ballot.result-annulled': { subject: '宣布无效：{title}', text: '{kind}“{title}”已宣布无效。理由：{reason}' },
  'ballot.approval-due-soon': { subject: '上级批复将到期：{title}', text: '“{title}”结果的上级批复应于 {dueAt} 前到达，请跟进并登记。' },
  'ballot.approval-overdue': { subject: '上级批复已逾期：{title}', text: '“{title}”结果的上级批复已于 {dueAt} 到期，尚未登记。' },
  'ballot.publication-due-soon': { subject: '公示将期满：{title}', text: '“{title}”结果的公示将于 {dueAt} 期满，请答复尚未答复的异议。' },
  'ballot.publication-overdue': { subject: '公示已期满：{title}', text: '“{title}”结果的公示已于 {dueAt} 期满，请答复异议后归档。' },
  'ballot.result-published': { subject: '结果公示：{title}', text: '{kind}“{title}”的结果已公示：{status}。' },
};
