import type { AwardCriterion, AwardKind, MatterClass } from '@plenum/proposals-domain';

/** In which language a document is written. */
export const REPORT_LANGUAGES = ['zh', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** What reports, tables and forms say; `{name}` is filled in. */
export interface ReportWords {
  readonly title: string;
  readonly tables: string;
  readonly form: string;
  readonly forms: string;
  readonly session: string;
  readonly cutOff: string;
  readonly cutOffDay: string;
  readonly cutOffTime: string;
  readonly committee: string;
  readonly page: string;
  /** Between names in one cell. */
  readonly between: string;
  readonly none: string;
  readonly unnamed: string;
  /** In the place of what is kept secret. */
  readonly confidential: string;
  readonly headings: Readonly<Record<'carriedOver' | 'received' | 'handling' | 'satisfaction' | 'commitments' | 'filed', string>>;
  readonly carriedOver: string;
  readonly received: string;
  readonly signers: string;
  readonly answered: string;
  readonly solvedOrPlanned: string;
  readonly commitments: string;
  readonly satisfaction: string;
  readonly deemed: string;
  readonly tooFew: string;
  readonly rate: string;
  readonly noRate: string;
  readonly classes: Readonly<Record<MatterClass, string>>;
  readonly total: string;
  readonly captions: Readonly<Record<'classes' | 'categories' | 'delegations' | 'units' | 'results' | 'grades' | 'outstanding', string>>;
  /** What became of a promise that stays owed. */
  readonly fates: Readonly<Record<'carried' | 'open', string>>;
  readonly columns: Readonly<
    Record<
      | 'class'
      | 'count'
      | 'category'
      | 'delegation'
      | 'received'
      | 'filed'
      | 'suggestions'
      | 'unit'
      | 'assigned'
      | 'onTime'
      | 'late'
      | 'waiting'
      | 'result'
      | 'grade'
      | 'attitude'
      | 'docketNo'
      | 'promise'
      | 'dueOn'
      | 'fate'
      | 'subject'
      | 'proposer'
      | 'figure'
      | 'part'
      | 'whole',
      string
    >
  >;
  readonly figures: Readonly<Record<'answered' | 'inTime' | 'solvedOrPlanned' | 'implemented' | 'silent', string>>;
  readonly grades: Readonly<Record<'VERY_SATISFIED' | 'SATISFIED' | 'BASICALLY' | 'DISSATISFIED', string>>;
  /** By the usual codes; an organisation's own words stand for themselves. */
  readonly results: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<'proposers' | 'seconders' | 'signers', string>>;
  readonly personColumns: Readonly<Record<'who' | 'persons' | 'personTimes', string>>;
  readonly formParts: Readonly<
    Record<
      | 'docketNo'
      | 'submitted'
      | 'subject'
      | 'category'
      | 'proposer'
      | 'seconders'
      | 'grounds'
      | 'measures'
      | 'review'
      | 'units'
      | 'assisting'
      | 'due'
      | 'reply'
      | 'signature',
      string
    >
  >;
  readonly outcomes: Readonly<Record<string, string>>;
  /** Of the award list. */
  readonly awards: {
    readonly title: string;
    readonly kinds: Readonly<Record<AwardKind, string>>;
    readonly names: Readonly<Record<AwardKind, string>>;
    readonly docketNo: string;
    readonly criteriaHead: string;
    readonly citation: string;
    readonly criteria: Readonly<Record<AwardCriterion, string>>;
    readonly none: string;
  };
}

/** The words with their gaps filled. */
export const filled = (words: string, gaps: Readonly<Record<string, string | number>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(gaps[name] ?? ''));
