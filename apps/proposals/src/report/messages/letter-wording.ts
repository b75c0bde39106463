/** What letters say; `{name}` is filled in. */
export interface LetterWords {
  readonly assignment: string;
  readonly reply: string;
  readonly replyTo: string;
  readonly suggestionReplyTo: string;
  readonly received: string;
  readonly receivedUnnumbered: string;
  readonly between: string;
  readonly dear: string;
  readonly result: string;
  readonly basis: string;
  readonly files: string;
  readonly file: string;
  readonly promises: string;
  readonly promise: string;
  readonly promisedUntil: string;
  readonly late: string;
  readonly day: string;
  readonly dayIncluded: string;
  readonly beforeSession: string;
  readonly round: string;
  readonly parts: Readonly<
    Record<
      | 'docketNo'
      | 'subject'
      | 'category'
      | 'proposer'
      | 'grounds'
      | 'measures'
      | 'unit'
      | 'assisting'
      | 'due'
      | 'assignedOn'
      | 'instruction'
      | 'receipt',
      string
    >
  >;
  readonly instructed: string;
  readonly receiptLine: string;
}

/** What letters say in Chinese. */
export const CHINESE_LETTERS: LetterWords = {
  assignment: '提案交办书',
  reply: '提案答复函',
  replyTo: '关于第 {docketNo} 号提案的答复函',
  suggestionReplyTo: '关于意见建议的答复函',
  received: '您在第{term}届第{session}次会议上提出的《{subject}》（案号 {docketNo}）收悉。现答复如下：',
  receivedUnnumbered: '您在第{term}届第{session}次会议上提出的《{subject}》收悉。现答复如下：',
  between: '、',
  dear: '{names}：',
  result: '办理结果：{result}',
  basis: '依据和说明：{basis}',
  files: '附件（佐证材料）：',
  file: '{nth}. {name}',
  promises: '承诺事项',
  promise: '承诺',
  promisedUntil: '完成期限（含当日）',
  late: '本答复在期限之后作出。',
  day: '{year}年{month}月{day}日',
  dayIncluded: '{year}年{month}月{day}日（含当日）',
  beforeSession: '下一次会议开幕前 {days} 天',
  round: '第 {round} 次答复',
  parts: {
    docketNo: '案号',
    subject: '案由',
    category: '类别',
    proposer: '提案人',
    grounds: '案据',
    measures: '建议措施',
    unit: '主办单位',
    assisting: '协办单位',
    due: '答复期限',
    assignedOn: '交办日期',
    instruction: '领导批示',
    receipt: '签收',
  },
  instructed: '{text}\n{leader}',
  receiptLine: '签收人：　　　　　　　　日期：',
};

/** What letters say in English. */
export const ENGLISH_LETTERS: LetterWords = {
  assignment: 'Letter of assignment',
  reply: 'Letter of reply',
  replyTo: 'Reply to proposal no. {docketNo}',
  suggestionReplyTo: 'Reply to a suggestion',
  received: 'We received “{subject}” (no. {docketNo}), which you proposed at session {session} of term {term}. This is our reply:',
  receivedUnnumbered: 'We received “{subject}”, which you proposed at session {session} of term {term}. This is our reply:',
  between: ', ',
  dear: 'To {names}',
  result: 'Result: {result}',
  basis: 'Evidence and reasons: {basis}',
  files: 'Attached as evidence:',
  file: '{nth}. {name}',
  promises: 'What we promise',
  promise: 'Promise',
  promisedUntil: 'Until (that day included)',
  late: 'This reply was given after its due date.',
  day: '{year}-{month}-{day}',
  dayIncluded: '{year}-{month}-{day} (that day included)',
  beforeSession: '{days} days before the next session opens',
  round: 'Reply no. {round}',
  parts: {
    docketNo: 'Docket no.',
    subject: 'Subject',
    category: 'Category',
    proposer: 'Proposer',
    grounds: 'Grounds',
    measures: 'Suggested measures',
    unit: 'Lead unit',
    assisting: 'Assisting units',
    due: 'Reply due',
    assignedOn: 'Assigned on',
    instruction: "Leader's instruction",
    receipt: 'Received',
  },
  instructed: '{text}\n{leader}',
  receiptLine: 'Signed:                    Date:',
};

/** What letters say, by language. */
export const LETTER_WORDS = { zh: CHINESE_LETTERS, en: ENGLISH_LETTERS } as const;
