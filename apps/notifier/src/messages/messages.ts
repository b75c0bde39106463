import type {
  BallotKind,
  BallotOutcome,
  DelegateKind,
  Digest,
  EndorsementOutcome,
  MergeEnd,
  NoticeCode,
  NoticeKind,
  ObjectionOutcome,
  Office,
  RequestKind,
  RequestOutcome,
  ReviewOutcome,
} from '@plenum/contracts';

/**
 * How a notice is worded in a mail: `{fact}` stands for a fact of the notice, and what stands in `[ ]` is left out
 * where a fact in it is empty.
 */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

/** A fact that is a code and is worded, too; what is left to the presidium by a word of its own, since the office is called so. */
export type FactCode =
  | DelegateKind
  | Office
  | Exclude<ReviewOutcome, 'PRESIDIUM'>
  | 'TO_PRESIDIUM'
  | BallotKind
  | BallotOutcome
  | ObjectionOutcome
  | RequestKind
  | RequestOutcome
  | EndorsementOutcome
  | MergeEnd;

/** Everything that mails say in one language. */
export interface Messages {
  readonly greeting: string;
  /** Before the link to what the notice is about. */
  readonly link: string;
  /** In the place of an address that somebody wrote into a subject: a mail of the house leads to the house alone. */
  readonly linkLeftOut: string;
  /** In the place of what an event of a confidential proposal does not carry. */
  readonly withheld: { readonly subject: string; readonly proposer: string };
  readonly footer: string;
  /** Of a letter of several notices: its subject, and the line above them. */
  readonly several: { readonly subject: string; readonly heading: string };
  /** The same of what was gathered, by how often that is; it stands under the names of its kinds. */
  readonly digests: { readonly [D in Exclude<Digest, 'each'>]: { readonly subject: string; readonly heading: string } };
  readonly kindHeading: string;
  readonly kinds: { readonly [K in NoticeKind]: string };
  readonly notices: { readonly [C in NoticeCode]: MailWords };
  readonly words: { readonly [W in FactCode]: string };
}

/** Mails about ballots and their results. */
export type BallotNotices = Pick<Messages['notices'], Extract<NoticeCode, `ballot.${string}`>>;

/** Mails about what befalls an account. */
export type AccountNotices = Pick<
  Messages['notices'],
  | `congress.sign-in-${'locked' | 'unlocked' | 'code-given'}`
  | `congress.${'first-password-set' | 'mail-changed' | 'mobile-changed' | 'password-set'}`
>;
