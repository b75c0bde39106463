import type { DueRule } from '@plenum/calendar';
import type { ProposalSettings } from './settings.js';

/** The presets, in the order in which they are offered: schools, samples, then the regulations on delegates' suggestions. */
export const PRESET_IDS = [
  'fuzhou-2020',
  'nwnu',
  'sppc',
  'xauat-2012',
  'zut-2015',
  'university-2016',
  'university-three-tracks',
  'college-sample',
  'enterprise-sample',
  'beijing',
  'zhejiang',
  'qingdao',
  'chongqing',
  'shandong',
  'henan',
  'shanghai',
] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Rules to start a call from: what one source says otherwise than the defaults. The committee changes whatever it wants. */
export interface CallPreset {
  readonly id: PresetId;
  /** The document, in English; the web words it by the id. That of a source whose institution is not verified names none. */
  readonly source: string;
  /** How sure the source is: a statute read in full, an excerpt of a published page, an excerpt of an unverified institution. */
  readonly mark: 'T' | 'E' | 'M';
  readonly settings: Partial<ProposalSettings>;
}

const days = (n: number): DueRule => ({ kind: 'days', n });
const workingDays = (n: number): DueRule => ({ kind: 'working-days', n });
const months = (n: number): DueRule => ({ kind: 'months', n });
const inAll = (n: number) => ({ counted: 'in-all', months: n }) as const;

/** What the regulations have in common: three months, six with consent, signed by the head, published (DOMAIN 4.5). */
const REGULATION: Partial<ProposalSettings> = {
  replyDue: months(3),
  extensionLimit: inAll(6),
  beforeReply: ['head-sign-off'],
  leaderSignOff: 'on-reply',
  publishReplies: 'yes',
};

/** Every preset (DOMAIN 4.4 and 4.5), in the order of {@link PRESET_IDS}. */
export const CALL_PRESETS: readonly CallPreset[] = [
  {
    id: 'fuzhou-2020',
    source: 'Fuzhou University, notice of 2020',
    mark: 'E',
    settings: {
      minSeconders: 3,
      secondersMustBeDelegates: false,
      delegationProposalSupport: { num: 2, den: 3, inclusive: true },
    },
  },
  {
    id: 'nwnu',
    source: 'Northwest Normal University, rules on proposals',
    mark: 'E',
    settings: {
      minSeconders: 2,
      secondersMustBeDelegates: true,
      nonDelegateMayPropose: 'no',
      delegationProposalSupport: null,
      lateHandling: 'suggestion',
      disputedReview: 'presidium',
      mergedAuthors: 'joint-proposers',
      leaderSignOff: 'before-assignment',
    },
  },
  {
    id: 'sppc',
    source: 'Shanghai Publishing and Printing College, guide to proposals',
    mark: 'E',
    settings: { minSeconders: 2, lateHandling: 'suggestion', reviewOutcomes: ['FILED', 'SUGGESTION', 'RETURNED', 'PRESIDIUM'] },
  },
  {
    id: 'xauat-2012',
    source: "Xi'an University of Architecture and Technology, notice of 2012",
    mark: 'E',
    settings: { minSeconders: 2 },
  },
  {
    id: 'zut-2015',
    source: 'Zhongyuan University of Technology, notice of 2015',
    mark: 'E',
    settings: { minSeconders: 2, secondersMustBeDelegates: true, endorsement: 'head-of-delegation' },
  },
  {
    id: 'university-2016',
    source: 'A notice of 2016 of a university that is not verified',
    mark: 'M',
    settings: { replyDue: days(53), lateReply: 'refuse', leaderSignOff: 'on-reply' },
  },
  {
    id: 'university-three-tracks',
    source: 'A notice of a university that is not verified, under rules of 2011',
    mark: 'M',
    settings: { reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED'], beforeReply: ['contact'], leaderSignOff: 'on-reply' },
  },
  {
    id: 'college-sample',
    source: 'A sample of rules of a college',
    mark: 'E',
    settings: { minSeconders: 2, delegationProposalSupport: { num: 1, den: 2, inclusive: false } },
  },
  {
    id: 'enterprise-sample',
    source: 'Samples of rules of enterprises',
    mark: 'M',
    settings: {
      minSeconders: 2,
      maxCoProposers: 2,
      replyDue: days(20),
      lateReply: 'accept',
      reviewOutcomes: ['FILED', 'RETURNED', 'PRESIDIUM'],
    },
  },
  {
    id: 'beijing',
    source: 'Beijing, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      withdrawUntil: 'assignment',
      feedbackDue: workingDays(15),
      silencePolicy: 'explain',
      rehandleDue: months(2),
    },
  },
  {
    id: 'zhejiang',
    source: 'Zhejiang, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      objectionWithin: days(10),
      assistingOpinionWithin: months(2),
      jointReplyTo: 'each',
      ratedBy: 'lead',
      rehandleDue: months(1),
    },
  },
  {
    id: 'qingdao',
    source: 'Qingdao, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      withdrawUntil: 'reply',
      objectionWithin: workingDays(5),
      assistingOpinionWithin: months(1),
      jointReplyTo: 'lead',
    },
  },
  {
    id: 'chongqing',
    source: 'Chongqing, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      withdrawUntil: 'reply',
      objectionWithin: workingDays(10),
      reassignWithin: workingDays(10),
      contactWithin: workingDays(20),
      beforeReply: ['contact', 'head-sign-off'],
      assistingOpinionWithin: workingDays(30),
      jointReplyTo: 'each',
      ratedBy: 'lead',
      feedbackDue: workingDays(20),
      silencePolicy: 'exclude',
      rehandleDue: months(2),
    },
  },
  {
    id: 'shandong',
    source: 'Shandong, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      withdrawUntil: 'reply',
      objectionWithin: days(5),
      assistingOpinionWithin: months(1),
      jointReplyTo: 'each',
      ratingDimensions: ['attitude', 'result'],
      ratedBy: 'lead',
      rehandleDue: months(1),
    },
  },
  {
    id: 'henan',
    source: 'Henan, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      objectionWithin: workingDays(10),
      reassignWithin: workingDays(10),
      assistingOpinionWithin: months(2),
      jointReplyTo: 'each',
      feedbackDue: workingDays(10),
      rehandleDue: months(1),
    },
  },
  {
    id: 'shanghai',
    source: 'Shanghai, regulation on the suggestions of deputies',
    mark: 'T',
    settings: {
      ...REGULATION,
      extensionLimit: { counted: 'beyond', months: 3 },
      objectionWithin: workingDays(7),
      proposerMayObjectToRouting: true,
      assistingOpinionWithin: months(1),
      jointReplyTo: 'each',
      ratingDimensions: ['attitude', 'result'],
      rehandleDue: months(1),
    },
  },
];
