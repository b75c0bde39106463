import type {
  BallotKind,
  BallotOutcome,
  DelegateKind,
  MergeEnd,
  NoticeCode,
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

/** A fact that is a code and is worded, too. */
export type FactCode =
  DelegateKind | Office | ReviewOutcome | BallotKind | BallotOutcome | ObjectionOutcome | RequestKind | RequestOutcome | MergeEnd;

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
  readonly notices: { readonly [C in NoticeCode]: MailWords };
  readonly words: { readonly [W in FactCode]: string };
}
