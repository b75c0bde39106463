import type { BounceReason, Locale, PersonalWay } from '@plenum/contracts';

type State = 'due' | 'claimed' | 'sent' | 'skipped' | 'given-up' | 'bounced' | 'withdrawn';
type Standing = 'signed' | 'opened' | 'sent' | 'waiting' | 'withdrawn' | 'not-reached';
type Unreached = BounceReason | 'no-address' | 'given-up' | 'other-way';

/** What workbooks about who was told say. */
export interface ProofMessages {
  readonly proofSheet: string;
  readonly proofHead: readonly string[];
  readonly unreachedSheet: string;
  readonly unreachedHead: readonly string[];
  readonly ways: { readonly [W in PersonalWay]: string };
  readonly states: { readonly [S in State]: string };
  readonly standings: { readonly [S in Standing]: string };
  /** Why something was not sent or waits; what is not here is said by its state. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Who signed after what they were told was over. */
  readonly late: string;
}

const UNREACHED_ZH: { readonly [R in Unreached]: string } = {
  'no-address': '没有邮箱地址',
  'given-up': '邮件多日未能发出',
  'other-way': '其他通知方式未能送达',
  'mailbox-unknown': '邮箱地址不存在',
  'mailbox-full': '邮箱已满',
  'mailbox-off': '邮箱已停用',
  'domain-unknown': '邮箱域名不存在',
  'address-malformed': '邮箱地址格式不正确',
  blocked: '被对方邮件系统拦截',
  'too-large': '邮件超出对方限制',
  'not-taken': '对方服务器拒收',
};
const UNREACHED_EN: { readonly [R in Unreached]: string } = {
  'no-address': 'no mail address',
  'given-up': 'mail could not be sent for days',
  'other-way': 'not reached on other ways',
  'mailbox-unknown': 'mailbox does not exist',
  'mailbox-full': 'mailbox full',
  'mailbox-off': 'mailbox disabled',
  'domain-unknown': 'mail domain does not exist',
  'address-malformed': 'mail address malformed',
  blocked: 'blocked by the recipient’s mail system',
  'too-large': 'mail too large',
  'not-taken': 'refused by the recipient’s server',
};

const CHINESE: ProofMessages = {
  proofSheet: '送达凭证',
  proofHead: [
    '通知',
    '工号',
    '姓名',
    '部门',
    '代表团',
    '送达情况',
    '系统内通知时间',
    '系统内阅读时间',
    '各通知方式',
    '纸质签收日期',
    '登记人',
    '登记时间',
    '更正理由',
  ],
  unreachedSheet: '未送达人员',
  unreachedHead: ['通知', '工号', '姓名', '部门', '代表团', '原因', '通知时间'],
  ways: { mail: '邮件', push: '设备提醒', sms: '短信', wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' },
  states: {
    due: '待发送',
    claimed: '发送中',
    sent: '已由对方服务器接收',
    skipped: '未发送',
    'given-up': '多次尝试未能发出',
    bounced: '被退回',
    withdrawn: '事项已结束，未发送',
  },
  standings: {
    signed: '已纸质签收',
    opened: '已在系统内阅读',
    sent: '已发出，未阅读',
    waiting: '待发送',
    withdrawn: '事项已结束，未发送',
    'not-reached': '未送达',
  },
  reasons: {
    ...UNREACHED_ZH,
    'way-off': '该方式已关闭',
    'no-device': '没有登记设备',
    'member-left': '已离职',
    read: '已阅读',
    'no-number': '没有登记手机号',
  },
  late: '事项结束后签收',
};
const ENGLISH: ProofMessages = {
  proofSheet: 'Proof of service',
  proofHead: [
    'Notice',
    'Staff number',
    'Name',
    'Unit',
    'Delegation',
    'Standing',
    'Told in the app at',
    'Opened in the app at',
    'Ways',
    'Signed on paper on',
    'Recorded by',
    'Recorded at',
    'Reason of correction',
  ],
  unreachedSheet: 'Not reached',
  unreachedHead: ['Notice', 'Staff number', 'Name', 'Unit', 'Delegation', 'Reason', 'Told at'],
  ways: { mail: 'mail', push: 'device', sms: 'SMS', wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu' },
  states: {
    due: 'waiting',
    claimed: 'being sent',
    sent: 'taken by the recipient’s server',
    skipped: 'not sent',
    'given-up': 'given up after many tries',
    bounced: 'bounced',
    withdrawn: 'over, not sent',
  },
  standings: {
    signed: 'signed on paper',
    opened: 'opened in the app',
    sent: 'sent, not opened',
    waiting: 'waiting to be sent',
    withdrawn: 'over, not sent',
    'not-reached': 'not reached',
  },
  reasons: {
    ...UNREACHED_EN,
    'way-off': 'turned off',
    'no-device': 'no device',
    'member-left': 'has left',
    read: 'read before',
    'no-number': 'no mobile number',
  },
  late: 'signed after the end',
};

/** The messages in a language. */
export const proofMessages = (locale: Locale): ProofMessages => (locale === 'en' ? ENGLISH : CHINESE);
