import type { DueRule } from '@plenum/calendar';
import type { Policy } from '@plenum/kernel';
import type { HandlingAction } from '../handling/policy.js';
import type { Authority } from '../proposal/authority.js';
import type { Handling } from '../proposal/handling.js';
import type { Action, PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import type { RequestKind, RequestOutcome } from '../vocabulary/vocabulary.js';
import type { Party } from './party.js';
import type { AskedMatter, ConcernedProposals, Effect, Request, RequestsChange, Wish } from './request.js';

/** Of whom an answer is asked, on which proposal. */
export interface Asking {
  readonly proposal: Proposal;
  readonly owedBy: Party;
}

/** Requests that were asked at once, one of them settled just now, with the proposals that they concern. */
export interface SettledRequest {
  readonly settled: Request;
  /** All of the batch as it is now, the settled one too. */
  readonly batch: readonly Request[];
  readonly concerned: ConcernedProposals;
  /** The work that it is about; null where it is about the proposal. */
  readonly handling: Handling | null;
}

/** The rule of a kind of request: its policy says who may ask, in which states; all else that is particular to it stands here too. */
export interface RequestRule extends Policy<RequestKind, AskedMatter, Authority, [PolicyContext]> {
  /** The wish as it is kept, read from what was sent. @throws MalformedError that names field and reason */
  readonly readWish: (sent: unknown) => Wish;
  /** The other proposals that the wish is about. */
  readonly concerns?: (wish: Wish) => readonly string[];
  /** The units that it names, which must be of the organisation; of an answer, those that its terms name. */
  readonly unitsIn?: (wish: Wish) => readonly string[];
  /** Of whom an answer is asked. @throws what the wish is refused for */
  readonly askings: (
    proposal: Proposal,
    wish: Wish,
    concerned: ConcernedProposals,
    context: PolicyContext,
    handling: Handling | null,
    by: Authority,
  ) => readonly Asking[];
  /** By when an answer is owed; null where no day is set. */
  readonly due: (context: PolicyContext) => DueRule | null;
  /** Whether whoever asks must say why. */
  readonly isReasonAsked: boolean;
  /** What whoever owes the answer may choose from, and for which of it they must say why. */
  readonly outcomes: readonly RequestOutcome[];
  readonly reasonedOutcomes: readonly RequestOutcome[];
  /**
   * What an answer says besides its outcome, read from what was sent; nothing where it is left out, or the outcome is a reasoned one.
   * @throws MalformedError
   */
  readonly readTerms?: (sent: unknown, wish: Wish) => Wish;
  /** What silence past the last day counts as; left out, the answer stays owed. */
  readonly silence?: (context: PolicyContext) => RequestOutcome;
  /** Whether the unit's time stands still while it is open. */
  readonly isClockStopped: boolean;
  /** What may not be done, or asked, while it is open: of the work that it is about, or else of any proposal that it concerns. */
  readonly blocks: readonly (Action | HandlingAction | RequestKind)[];
  /** Whether no proposer reads or answers it, whatever else they are; left out, they may. */
  readonly isKeptFromProposers?: true;
  /** Who may read it besides whoever asked, owes the answer, or is of the committee. */
  readonly isOpenTo: (request: Request, concerned: ConcernedProposals, by: Authority, handling: Handling | null) => boolean;
  /** What asking brings about: what becomes of the proposal that it was asked on. */
  readonly onAsked?: (
    asked: AskedMatter,
    requests: readonly Request[],
    concerned: ConcernedProposals,
    by: Authority,
    context: PolicyContext,
  ) => Effect;
  /** What an answer, or silence, brings about; null where it is nothing yet. */
  readonly onAnswered?: (settled: SettledRequest, by: Authority | null, context: PolicyContext) => RequestsChange | null;
  /** What taking it back brings about. */
  readonly onTakenBack?: (settled: SettledRequest, by: Authority, context: PolicyContext) => readonly Effect[];
}
