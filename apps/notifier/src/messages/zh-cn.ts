import { ACCOUNT_IN_CHINESE } from './account-zh-cn.js';
import { BALLOT_IN_CHINESE } from './ballot-zh-cn.js';
import type { Messages } from './messages.js';
import { OWED_IN_CHINESE } from './owed-zh-cn.js';

/** Mails in Chinese. */
export const CHINESE: Messages = {
  greeting: '{name}，您好：',
  link: '请点击查看：',
  linkLeftOut: '〔网址略〕',
  withheld: { subject: '（保密提案）', proposer: '提案人' },
  footer: '此邮件由系统自动发出，请勿回复。如何通知您，可在“消息”页面的“通知设置”中选择。',
  several: { subject: '{count} 条消息：{first}，等', heading: '您有 {count} 条消息：' },
  digests: {
    daily: { subject: '每日汇总：{count} 条消息', heading: '今日汇总，共 {count} 条消息：' },
    weekly: { subject: '每周汇总：{count} 条消息', heading: '本周汇总，共 {count} 条消息：' },
  },
  kindHeading: '【{kind}】',
  kinds: {
    duties: '待办事项',
    service: '依规送达',
    votes: '选举与表决',
    account: '账号安全',
    proposals: '提案与意见的进展',
    'unit-matters': '部门事务与承诺',
    results: '公示与结果',
    sessions: '会议与征集',
    announcements: '组织者通知',
  },
  notices: {
    ...OWED_IN_CHINESE,
    ...BALLOT_IN_CHINESE,
    ...ACCOUNT_IN_CHINESE,
    'congress.session-opened': { subject: '{session} 开幕', text: '{session} 已经开幕。' },
    'congress.session-closed': { subject: '{session} 闭幕', text: '{session} 已经闭幕。' },
    'congress.agenda-agreed': {
      subject: '{session} 议程草案',
      text: '{session} 的议程草案（{items} 项）已与学校商定，请会前阅读；议程由大会表决通过。',
    },
    'congress.duty-due-soon': {
      subject: '年度事项将到期：{title}',
      text: '“{title}”应于 {dueAt} 前完成，请办理并登记完成依据。',
    },
    'congress.duty-overdue': {
      subject: '年度事项已逾期：{title}',
      text: '“{title}”应于 {dueAt} 前完成，尚未登记完成依据。请补办并登记；不再办理的，由秘书处说明理由后免办。',
    },
    'congress.agenda-adopted': { subject: '{session} 议程已通过', text: '大会已通过 {session} 的议程，共 {items} 项。' },
    'congress.papers-sent': {
      subject: '{session} 会议文件已发送',
      text: '{session} 的会议文件（{papers} 份）已发送，请会前阅读：{titles}。',
    },
    'congress.delegate-seated': { subject: '您是 {session} 的{kind}', text: '您已被登记为 {session} 的{kind}。' },
    'congress.delegate-unseated': { subject: '您不再是 {session} 的代表', text: '您在 {session} 的代表资格已经终止。' },
    'congress.office-assigned': { subject: '您被任命为：{office}', text: '您已被任命为：{office}。' },
    'notifier.announced': { subject: '{title}', text: '{announcement}\n\n发布人：{by}' },
    'proposals.call-opened': { subject: '{session} 开始征集提案', text: '{session} 开始征集提案，请于 {closesAt} 前提交。' },
    'proposals.call-opened-all-year': {
      subject: '{session} 开始征集提案',
      text: '{session} 开始征集提案，没有截止日期，随时可以提交。',
    },
    'proposals.call-extended-all-year': {
      subject: '{session} 提案征集改为长期',
      text: '{session} 的提案征集不再截止，随时可以提交。',
    },
    'proposals.call-extended': { subject: '{session} 提案征集延期', text: '{session} 的提案征集延长至 {closesAt}。' },
    'proposals.call-closed': { subject: '{session} 提案征集截止', text: '{session} 的提案征集已经截止。' },
    'proposals.seconder-invited': { subject: '请附议：《{subject}》', text: '{proposer} 邀请您附议提案《{subject}》。附议须由本人作出。' },
    'proposals.seconding-to-confirm': {
      subject: '请确认附议：《{subject}》内容有修改',
      text: '您附议的提案《{subject}》内容有修改，原附议不再有效。请阅读修改后的内容，由本人再次确认附议。领衔提案人：{proposer}。',
    },
    'proposals.proposal-seconded': {
      subject: '{seconder} 附议了《{subject}》',
      text: '{seconder} 附议了您的提案《{subject}》，现有 {seconders} 人附议。',
    },
    'proposals.seconding-declined': {
      subject: '{member} 未同意附议《{subject}》',
      text: '{member} 未同意附议您的提案《{subject}》，现有 {seconders} 人附议。',
    },
    'proposals.seconding-taken-back': {
      subject: '{member} 收回了对《{subject}》的附议',
      text: '{member} 收回了对您的提案《{subject}》的附议，现有 {seconders} 人附议。',
    },
    'proposals.proposal-withdrawn': {
      subject: '《{subject}》已撤回',
      text: '{proposer} 撤回了[ {docketNo} 号]提案《{subject}》，不再办理。[理由：{reason}]',
    },
    'proposals.lead-taken': {
      subject: '《{subject}》的领衔提案人已变更',
      text: '[{docketNo} 号]提案《{subject}》的原领衔提案人 {former} 已离开，由 {proposer} 接任领衔提案人。',
    },
    'proposals.proposal-entered': {
      subject: '已代录入您的纸质提案《{subject}》',
      text: '提案工作委员会于 {receivedOn} 收到您提出或附议的纸质提案《{subject}》，已由 {by} 录入。如与您的原件不符，请告知提案工作委员会。',
    },
    'proposals.endorsement-asked': {
      subject: '请审核本团提案：《{subject}》',
      text: '本代表团[{proposer} 的]提案《{subject}》请您审核：同意后即提交提案工作委员会，也可写明理由退回修改。请于 {dueOn}（含当日）前审核，逾期将直接提交。',
    },
    'proposals.endorsement-settled': {
      subject: '《{subject}》代表团团长审核：{outcome}',
      text: '您提出或附议的提案《{subject}》，代表团团长审核：{outcome}。[理由：{reason}]',
    },
    'proposals.endorsement-due-soon': {
      subject: '审核将到期：《{subject}》',
      text: '本代表团[ {docketNo} 号]提案《{subject}》的审核期限至 {dueAt}，逾期将直接提交提案工作委员会。',
    },
    'proposals.endorsement-overdue': {
      subject: '审核已到期：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》的代表团团长审核期限 {dueAt} 已过，提案直接提交提案工作委员会。',
    },
    'proposals.proposal-submitted': { subject: '《{subject}》已提交', text: '您提出或附议的提案《{subject}》已提交，等待审查。' },
    'proposals.proposal-to-review': {
      subject: '请审查：《{subject}》',
      text: '{proposer} 提交了提案《{subject}》，请提案工作委员会审查。',
    },
    'proposals.proposal-reviewed': {
      subject: '《{subject}》审查结论：{outcome}',
      text: '提案《{subject}》的审查结论：{outcome}。[编号：{docketNo}。][理由：{reason}]',
    },
    'proposals.proposal-to-decide': {
      subject: '请主席团决定：《{subject}》',
      text: '提案工作委员会将 {proposer} 的提案《{subject}》提请主席团决定是否立案。[理由：{reason}]',
    },
    'proposals.presidium-decided': {
      subject: '《{subject}》主席团决定：{outcome}',
      text: '主席团对提案《{subject}》作出决定：{outcome}。[编号：{docketNo}。][理由：{reason}]',
    },
    'proposals.congress-decided': {
      subject: '《{subject}》大会表决后{outcome}',
      text: '大会表决了由提案《{subject}》形成的议案：{outcome}。[编号：{docketNo}。]表决结果见提案页面。',
    },
    'proposals.motion-proposed': {
      subject: '《{subject}》列为议案',
      text: '主席团将提案《{subject}》列为议案，提请大会表决。[理由：{reason}]',
    },
    'proposals.motion-to-vote': {
      subject: '请安排表决：《{subject}》',
      text: '主席团将 {proposer} 的提案《{subject}》列为议案。请在表决中新建决议，并选择这件提案；结果会自动回到提案。[理由：{reason}]',
    },
    'proposals.proposal-assigned': {
      subject: '《{subject}》已交 {unit} 办理',
      text: '[{docketNo} 号]提案《{subject}》已交 {unit} 办理[，应于 {dueOn} 前答复]。',
    },
    'proposals.proposal-to-handle': {
      subject: '请主办：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》由贵部门主办[，请于 {dueOn} 前答复]。',
    },
    'proposals.proposal-to-assist': {
      subject: '请协办：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》由 {unit} 主办，请贵部门协助办理[，答复期限为 {dueOn}]。',
    },
    'proposals.proposal-replied': {
      subject: '{unit} 答复了《{subject}》',
      text: '{unit} 已答复[ {docketNo} 号]提案《{subject}》。[请领衔提案人于 {feedbackDueOn} 前评价。]',
    },
    'proposals.proposal-replied-again': {
      subject: '{unit} 再次答复了《{subject}》',
      text: '{unit} 已第 {round} 次答复[ {docketNo} 号]提案《{subject}》。[请领衔提案人于 {feedbackDueOn} 前评价。]',
    },
    'proposals.proposal-rated-again': {
      subject: '《{subject}》已再次评价',
      text: '提案人已评价[ {docketNo} 号]提案《{subject}》的第 {round} 次答复。',
    },
    'proposals.proposal-rated': { subject: '《{subject}》已评价', text: '提案人已评价[ {docketNo} 号]提案《{subject}》的答复。' },
    'proposals.handling-escalated': {
      subject: '《{subject}》须由提案委员会处理',
      text: '提案人对 {unit} 就[ {docketNo} 号]提案《{subject}》的第 {round} 次答复仍不满意，不再自动重新办理。请提案委员会召集双方会议，把会议记录和结果登记后办结。',
    },
    'proposals.feedback-excluded': {
      subject: '《{subject}》的评价期已过',
      text: '[{docketNo} 号]提案《{subject}》答复的评价期已过，您没有评价：不计入满意度统计，报告另列未评价数。',
    },
    'proposals.feedback-to-explain': {
      subject: '请说明未评价的原因：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》答复的评价期已过，您没有评价。请补评，或说明原因。',
    },
    'proposals.feedback-deemed-satisfied': {
      subject: '《{subject}》的评价期已过',
      text: '[{docketNo} 号]提案《{subject}》答复的评价期已过，您没有评价：按本次征集的规定视为满意，报告另列，不计入已作评价。',
    },
    'proposals.feedback-left-to-others': {
      subject: '《{subject}》的评价期已过',
      text: '[{docketNo} 号]提案《{subject}》答复的评价期已过，您没有评价：以其他提案人的评价为准。',
    },
    'proposals.escalation-settled': {
      subject: '《{subject}》会商已有结果',
      text: '提案委员会于 {metOn} 就[ {docketNo} 号]提案《{subject}》与提案人、{unit} 会商，办理到此结束。会议记录和结果见提案页面。',
    },
    'proposals.proposal-reopened': {
      subject: '《{subject}》重新办理',
      text: '[{docketNo} 号]提案《{subject}》进入新一轮办理，由 {unit} 重新办理，应于 {dueOn} 前再次答复。',
    },
    'proposals.proposal-to-handle-again': {
      subject: '请重新办理：《{subject}》',
      text: '提案工作委员会请贵部门重新办理[ {docketNo} 号]提案《{subject}》，于 {dueOn} 前再次答复。',
    },
    'proposals.due-date-settled': {
      subject: '《{subject}》的答复期限已确定',
      text: '节假日安排已经公布，[{docketNo} 号]提案《{subject}》由 {unit} 答复的期限确定为 {dueOn}（原暂定 {before}）。',
    },
    'proposals.due-date-fixed': {
      subject: '《{subject}》的答复期限：{dueOn}',
      text: '下一次会议已经设立，[{docketNo} 号]提案《{subject}》由 {unit} 答复的期限为 {dueOn}（含当日）[，原为 {before}]。',
    },
    'proposals.proposal-closed': { subject: '《{subject}》已办结', text: '[{docketNo} 号]提案《{subject}》已办结。' },
    'proposals.request-made': {
      subject: '请您答复：《{subject}》{kind}',
      text: '{by}就提案[{docketNo}]《{subject}》征询您：{kind}。[理由：{reason}。][请于{dueOn}前答复。]',
    },
    'proposals.request-answered': {
      subject: '《{subject}》{kind}：{outcome}',
      text: '您就提案[{docketNo}]《{subject}》提出的{kind}已有答复[（{by}）]：{outcome}。[说明：{reason}][答复期限：{replyDueOn}（含当日）。]',
    },
    'proposals.request-taken-back': {
      subject: '无须再答复：《{subject}》',
      text: '就提案[{docketNo}]《{subject}》向您征询的{kind}已撤回，您无须答复。',
    },
    'proposals.assignment-taken-away': {
      subject: '不再由贵部门办理：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》已改由其他部门办理，贵部门无须再答复。',
    },
    'proposals.assisting-unit-added': {
      subject: '增加协办单位：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》增加了协办单位 {unit}。',
    },
    'proposals.due-date-moved': {
      subject: '《{subject}》的答复期限有变',
      text: '[{docketNo} 号]提案《{subject}》由 {unit} 答复的期限改为 {dueOn}（含当日，原为 {before}）。',
    },
    'proposals.merge-proposed': {
      subject: '请您表态：并入《{subject}》',
      text: '提案工作委员会建议将{count}件提案（{parts}）并入[{docketNo}]《{subject}》，须由每位提案人同意；不同意的请说明理由。[请于{dueOn}前答复。][并案理由：{reason}]',
    },
    'proposals.merge-ended': {
      subject: '未并案：《{subject}》',
      text: '{count}件提案（{parts}）未并入[{docketNo}]《{subject}》：{outcome}[（{by}）]。[理由：{reason}]各提案照旧单独办理。',
    },
    'proposals.proposals-merged': {
      subject: '已并案：《{subject}》',
      text: '{count}件提案（{parts}）已并入[{docketNo}]《{subject}》。原提案的编号、提案人和附议签名保留不变，《{subject}》此后的进展都会通知您。',
    },
    'proposals.merge-undone': {
      subject: '已撤销并案：《{subject}》',
      text: '提案工作委员会撤销了将{count}件提案（{parts}）并入[{docketNo}]《{subject}》的并案，各提案回到并案前的状态。[理由：{reason}]',
    },
    'proposals.reply-due-soon': {
      subject: '答复将到期：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》[（{unit}）]的答复将于 {dueAt} 到期，请按期答复。',
    },
    'proposals.reply-overdue': {
      subject: '答复已逾期：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》[（{unit}）]的答复已于 {dueAt} 到期，尚未答复。',
    },
    'proposals.feedback-due-soon': {
      subject: '请评价：《{subject}》',
      text: '请于 {dueAt} 前评价[ {docketNo} 号]提案《{subject}》的答复。',
    },
    'proposals.feedback-overdue': {
      subject: '评价已逾期：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》的评价已于 {dueAt} 到期，尚未评价。',
    },
    'proposals.explanation-due-soon': {
      subject: '请说明未评价的原因：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》的答复未按期评价，请于 {dueAt} 前说明原因，也可补作评价。',
    },
    'proposals.explanation-overdue': {
      subject: '说明已逾期：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》的答复未评价的原因应于 {dueAt} 前说明，尚未说明。',
    },
    'proposals.commitment-made': {
      subject: '承诺事项：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》的答复中，{unit} 承诺的事项应于 {dueOn} 前落实，已列入承诺事项台账。',
    },
    'proposals.commitment-reported': {
      subject: '请审核承诺事项：《{subject}》',
      text: '{unit} 报告了[ {docketNo} 号]提案《{subject}》承诺事项的落实情况，请审核：认可或退回。',
    },
    'proposals.commitment-returned': {
      subject: '承诺事项被退回：《{subject}》',
      text: '提案工作委员会退回了[ {docketNo} 号]提案《{subject}》承诺事项的落实报告。理由：{reason}',
    },
    'proposals.commitment-done': {
      subject: '承诺已落实：《{subject}》',
      text: '{unit} 在[ {docketNo} 号]提案《{subject}》中承诺的事项已经落实，提案工作委员会已认可。',
    },
    'proposals.commitment-explained': {
      subject: '承诺已说明：《{subject}》',
      text: '{unit} 在[ {docketNo} 号]提案《{subject}》中承诺的事项未能落实，提案工作委员会已认可其说明。',
    },
    'proposals.commitment-carried': {
      subject: '承诺已结转：《{subject}》',
      text: '{unit} 在[ {docketNo} 号]提案《{subject}》中承诺的事项结转至 {dueOn}（原定 {before}）。',
    },
    'proposals.commitment-due-soon': {
      subject: '承诺将到期：《{subject}》',
      text: '[{unit} ]在[ {docketNo} 号]提案《{subject}》中承诺的事项将于 {dueAt} 到期。',
    },
    'proposals.commitment-overdue': {
      subject: '承诺已逾期：《{subject}》',
      text: '[{unit} ]在[ {docketNo} 号]提案《{subject}》中承诺的事项已于 {dueAt} 到期，尚未落实。',
    },
    'proposals.key-matter-set': {
      subject: '重点督办：《{subject}》',
      text: '提案工作委员会将[ {docketNo} 号]提案《{subject}》列为重点督办。理由：{reason}',
    },
    'proposals.case-owner-named': {
      subject: '请您包案：《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》由您包案督办。',
    },
    'proposals.visit-logged': {
      subject: '督办走访：《{subject}》',
      text: '{member} 就[ {docketNo} 号]提案《{subject}》的办理情况进行了走访，并记录了所见。',
    },
    'proposals.opinion-to-decide': {
      subject: '意见箱收到 {docketNo} 号意见《{subject}》',
      text: '意见箱收到 {docketNo} 号意见《{subject}》，请委员会处理。',
    },
    'proposals.opinion-accepted': {
      subject: '您的意见《{subject}》已受理',
      text: '您投入意见箱的 {docketNo} 号意见《{subject}》已由提案工作委员会受理，将由委员会答复。',
    },
    'proposals.opinion-with-unit': {
      subject: '您的意见《{subject}》已转交承办',
      text: '您投入意见箱的 {docketNo} 号意见《{subject}》已转交有关部门答复；部门不知道意见是谁提出的。',
    },
    'proposals.opinion-kept-as-hint': {
      subject: '您的意见《{subject}》列为提案线索',
      text: '您投入意见箱的 {docketNo} 号意见《{subject}》已列为提案线索，供代表撰写提案时参考；公布时不署名。',
    },
    'proposals.opinion-declined': {
      subject: '您的意见《{subject}》未予受理',
      text: '您投入意见箱的 {docketNo} 号意见《{subject}》未予受理。理由：{reason}',
    },
    'proposals.opinion-to-answer': {
      subject: '请答复意见《{subject}》',
      text: '意见箱的 {docketNo} 号意见《{subject}》转交你部门，请于 {dueOn} 前答复。',
    },
    'proposals.opinion-replied': {
      subject: '您的意见《{subject}》已有答复',
      text: '您投入意见箱的 {docketNo} 号意见《{subject}》已有答复，请查看并说明是否有帮助；您的评价不告知答复的部门。',
    },
    'proposals.opinion-judged': {
      subject: '意见《{subject}》的提出人已评价答复',
      text: '{docketNo} 号意见《{subject}》的提出人已说明答复是否有帮助，请查看。',
    },
    'proposals.disclosure-asked': {
      subject: '是否同意公开提案《{subject}》',
      text: '提案工作委员会拟公开[ {docketNo} 号]提案《{subject}》及答复，请您决定是否同意，以及哪些内容不公开。',
    },
    'proposals.disclosure-refused': {
      subject: '提案人不同意公开《{subject}》',
      text: '[{docketNo} 号]提案《{subject}》的提案人不同意公开。',
    },
    'proposals.reply-disclosed': {
      subject: '提案《{subject}》及答复已公开',
      text: '[{docketNo} 号]提案《{subject}》及答复已向本单位教职工公开。',
    },
    'proposals.disclosure-withdrawn': {
      subject: '提案《{subject}》不再公开',
      text: '[{docketNo} 号]提案《{subject}》及答复已撤下，不再公开。理由：{reason}',
    },
    'proposals.proposal-awarded': {
      subject: '《{subject}》被评为优秀提案',
      text: '[{docketNo} 号]提案《{subject}》被评为{session}优秀提案。',
    },
    'proposals.unit-awarded': {
      subject: '{unit}被评为先进承办单位',
      text: '{unit}被评为{session}先进承办单位。',
    },
    'proposals.award-withdrawn': {
      subject: '评选《{subject}》的表决已宣布无效',
      text: '[{docketNo} 号]提案《{subject}》评为{session}优秀提案的那次表决已宣布无效；重新表决以前，暂不列入名单。',
    },
  },
  words: {
    DELEGATE: '正式代表',
    ATTENDEE: '列席代表',
    INVITEE: '特邀代表',
    PRESIDIUM: '主席团成员',
    SECRETARIAT: '秘书处成员',
    PROPOSALS_COMMITTEE: '提案工作委员会委员',
    UNIT_HANDLER: '部门承办人',
    UNIT_HEAD: '部门负责人',
    LEADER_IN_CHARGE: '分管领导',
    SCRUTINEER: '监票人',
    TELLER: '计票人',
    OBSERVER: '观察员',
    FILED: '立案',
    SUGGESTION: '作为意见建议转达',
    NOT_FILED: '不予立案',
    RETURNED: '退回修改',
    TO_PRESIDIUM: '提请主席团决定',
    'merge-consent': '并案意见征询',
    reconsideration: '复议申请',
    'withdrawal-consent': '共同撤回意见征询',
    objection: '承办单位异议',
    'add-unit': '增加承办单位',
    extension: '延期答复',
    clarification: '请提案人说明',
    'routing-objection': '对交办单位的异议',
    REASSIGNED: '已改交其他单位',
    RETAINED: '维持交办',
    GRANTED: '同意',
    CLARIFIED: '已说明',
    'assisting-opinion': '协办意见',
    countersign: '会签',
    'sign-off': '签发',
    'committee-audit': '督办审核',
    GIVEN: '已提出意见',
    CONSENTED: '同意',
    REFUSED: '不同意',
    LAPSED: '逾期未答复',
    ENDORSED: '同意提交',
    CALLED_OFF: '委员会已取消',
    resolution: '表决',
    election: '选举',
    appraisal: '测评',
    poll: '征询',
    inconsistent: '数据不符，须核对',
    'too-few-candidates': '候选人不足',
    'no-quorum': '未达法定人数',
    void: '本次表决无效',
    'too-few-votes': '参加投票人数不足',
    passed: '通过',
    'partly-passed': '部分通过',
    'not-passed': '未通过',
    decided: '已选出',
    'next-round': '须进行下一轮',
    lots: '以抽签决定',
    counted: '已统计',
    UPHELD: '成立',
    DISMISSED: '不成立',
  },
};
