/**
 * The settings of a call that are one of a closed list of ways, each with the ways that institutions have (DOMAIN 5.1). Derived types and
 * the checks of requests read this table.
 */
export const SETTING_CHOICES = {
  /** What becomes of a filing by an attendee or invited guest: refused (most), a suggestion, a proposal like any other (滁州, S0). */
  nonDelegateMayPropose: ['no', 'as-suggestion', 'yes'],
  /** What becomes of a filing after the window: a suggestion (P1, P2, P6) or refused. */
  lateHandling: ['suggestion', 'refuse'],
  /** Whether the head of the delegation, or the chair of the branch union, reviews a proposal before it is handed in (P8). */
  endorsement: ['none', 'head-of-delegation'],
  /** What a review may end in. Merging and the presidium are not answers of every committee. */
  reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'MERGED', 'PRESIDIUM'],
  /** Who decides where the committee does not agree on filing (P1: the presidium). */
  disputedReview: ['presidium', 'executive-committee', 'committee'],
  /**
   * What must be done before a reply goes out: the unit has spoken with the proposer (P4, Chongqing 18), the assisting units have given
   * their opinion (Qingdao 24, Shandong 21) and countersigned, the head of the unit has signed (Zhejiang 22, Henan 21), the committee has
   * audited.
   */
  beforeReply: ['contact', 'assisting-opinion', 'countersign', 'head-sign-off', 'committee-audit'],
  /** When the leader in charge signs: the routing, the reply, both or neither (P1, P3, P4). */
  leaderSignOff: ['none', 'before-assignment', 'on-reply', 'both'],
  /** Whether a reply after its due date is accepted and marked, or refused (福州 2016). */
  lateReply: ['accept', 'refuse'],
  /** Until when the proposer may withdraw: before assignment (Beijing 13), or any time before the reply (Qingdao 12, Chongqing 12). */
  withdrawUntil: ['assignment', 'reply'],
  /** Whom a reply to a joint proposal goes to: each author (Zhejiang 22), or the lead, who passes it on (Qingdao 28). */
  jointReplyTo: ['each', 'lead'],
  /** What the authors of a merged proposal become. No source has another way than that all become joint proposers (P1). */
  mergedAuthors: ['joint-proposers'],
  /** What an author says who says nothing while a merge is proposed: no, so that it comes to nothing, or yes. */
  mergeSilence: ['ends', 'consents'],
  /**
   * Who rates a reply to several authors: the lead alone (Zhejiang, Chongqing 26, Shandong 23), the lead and those who propose it jointly,
   * or each who signed it (a CPPCC). Of several the reply counts as found wanting as soon as one of them is dissatisfied.
   */
  ratedBy: ['lead', 'lead-and-joint', 'each'],
  /** On what a reply is rated (Shandong 23, Shanghai 21: both). */
  ratingDimensions: ['attitude', 'result'],
  /**
   * What silence amounts to after a reminder, once the time for rating is over: left out of the statistics (Chongqing 29), to be explained
   * (Beijing 23), or taken as satisfied (some schools). Figures tell it beside the ratings given, never among them.
   */
  silencePolicy: ['exclude', 'explain', 'deemed-satisfied'],
  /** Whether a proposal and its reply are published: always but for what is confidential, or where the proposer consents. */
  publishReplies: ['yes', 'on-consent'],
  /** Who nominates for the award list of the session (评优): the committee, or heads of delegations (代表团团长) too. */
  awardNominators: ['committee', 'committee-and-heads'],
  /** What reports count proposers and seconders in: persons, person-times (人次), or both beside each other. */
  statsUnit: ['persons', 'person-times', 'both'],
} as const;

/** What a reply with a result may have to bring: a promise with its day, the evidence of what was done, the reason why it cannot be. */
export const RESULT_DEMANDS = ['promise', 'evidence', 'reason'] as const;

/** One of the ways of a setting. */
export type SettingChoice<K extends keyof typeof SETTING_CHOICES> = (typeof SETTING_CHOICES)[K][number];
