import type { Base, DoubtReason, ExplanationCode, OfficerRole, Round, Spoiler, VacancyDecision, Verdict } from '@plenum/ballot-domain';
import type { BallotKind, BallotOutcome } from '@plenum/contracts';

/** What is said otherwise of a channel alone on a mixed ballot, and of nobody. */
type ChannelExplanation = 'returned-above-limit_paper' | 'returned-above-limit_sealed' | 'all-qualified-elected_none';

/** Everything that documents say in one language; `{fact}` stands for a fact. */
export interface DocumentWords {
  readonly tallySheet: string;
  readonly resultNotice: string;
  readonly session: string;
  /** Where a document ends: the place, the date, and the seal of whom. */
  readonly place: string;
  readonly date: string;
  readonly seal: string;
  readonly byLot: string;
  readonly fraction: { readonly atLeast: string; readonly moreThan: string };
  readonly facts: Readonly<Record<'matter' | 'kind' | 'channel' | 'round' | 'opened' | 'closed' | 'declared' | 'published', string>>;
  readonly rounds: Readonly<Record<Round, string>>;
  readonly headings: Readonly<Record<'rules' | 'figures' | 'votes' | 'outcome' | 'signatures' | 'elected' | 'decisions', string>>;
  readonly rules: Readonly<Record<'seats' | 'quorum' | 'pass' | 'passOf' | 'elect' | 'electOf' | 'participation', string>> & {
    readonly returnedLimit: Readonly<Record<'issued' | 'voters' | 'both', string>>;
    readonly tie: Readonly<Record<'runoff' | 'fewer-against' | 'vacant' | 'lots', string>>;
    readonly shortage: Readonly<Record<'supplementary' | 'vacant' | 'presidium' | 'reduce', string>>;
  };
  readonly figures: Readonly<Record<'roll' | 'present' | 'issued' | 'voters' | 'returned' | 'valid' | 'invalid' | 'part', string>>;
  readonly parts: Readonly<Record<'sealed' | 'paper', string>>;
  /** Accounts whose password was set by way of a code since the session was announced. */
  readonly reset: Readonly<Record<'again' | 'one' | 'first' | 'maker' | 'late' | 'byMail' | 'nobody', string>>;
  /** Who was signed in to the session by another hand. */
  readonly byDesk: Readonly<Record<'count' | 'late' | 'one', string>>;
  readonly spoiled: string;
  readonly doubtful: string;
  readonly reasons: Readonly<Record<Spoiler | DoubtReason | 'noOption', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly count: string;
  readonly columns: Readonly<
    Record<
      | 'no'
      | 'candidate'
      | 'item'
      | 'subject'
      | 'option'
      | 'yes'
      | 'no_'
      | 'abstain'
      | 'needed'
      | 'result'
      | 'votes'
      | 'share'
      | 'written'
      | 'eligible'
      | 'role'
      | 'name'
      | 'signedAt'
      | 'hand',
      string
    >
  >;
  readonly outcomes: Readonly<Record<'elected' | 'tied' | 'not-elected' | 'elected-by-lot' | 'not-drawn', string>>;
  /** The outcome, once the lots that it asked for are drawn. */
  readonly lotsDrawn: string;
  readonly passed: string;
  readonly notPassed: string;
  readonly eligible: string;
  readonly ineligible: string;
  readonly leading: string;
  readonly noVotes: string;
  readonly nobody: string;
  readonly notSigned: string;
  readonly roles: Readonly<Record<OfficerRole | `chief.${OfficerRole}`, string>>;
  readonly result: string;
  readonly notice: string;
  readonly annulled: string;
  readonly approved: string;
  readonly rejected: string;
  readonly attended: string;
  readonly corrected: string;
  readonly attendedOnly: string;
  readonly objections: string;
  readonly period: Readonly<Record<'date' | 'working-days' | 'days' | 'months', string>>;
  readonly decision: Readonly<Record<VacancyDecision, string>>;
  readonly signedBy: string;
  readonly digest: string;
  /** Around the number of a page and the number of pages. */
  readonly pages: readonly string[];
  readonly separator: string;
  readonly unknown: string;
  readonly kinds: Readonly<Record<BallotKind, string>>;
  readonly channels: Readonly<Record<'hands' | 'paper' | 'sealed' | 'mixed', string>>;
  readonly bases: Readonly<Record<Base, string>>;
  readonly status: Readonly<Record<BallotOutcome, string>>;
  readonly explain: Readonly<Record<ExplanationCode | ChannelExplanation, string>>;
}

/** Fills the facts in; a fact that is not there stays visible, for the test that looks for it. */
export const fill = (words: string, facts: Readonly<Record<string, unknown>>): string =>
  words.replace(/\{(\w+)\}/g, (all, name: string) => (facts[name] === undefined || facts[name] === null ? all : String(facts[name])));
