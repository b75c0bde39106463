import type { CivilDate } from '@plenum/calendar';
import type { Handling } from '../proposal/handling.js';
import type { Change, Proposal } from '../proposal/proposal.js';
import type { HandlingState, ProposalState, RequestKind, RequestOutcome } from '../vocabulary/vocabulary.js';
import type { Party } from './party.js';
import type { AnswerDeadline, RequestEvent } from './request.events.js';

/** What is wished for: the rule of its kind knows how to read it. */
export type Wish = Readonly<Record<string, unknown>>;

/** Open, answered, or taken back before somebody answered. */
export type RequestState = 'OPEN' | 'ANSWERED' | 'TAKEN_BACK';

/** Somebody asks for something on a proposal, and somebody answers. Immutable, with a version of its own. */
export interface Request {
  readonly id: string;
  readonly organisationId: string;
  readonly proposalId: string;
  /** The work of a unit that it is about; null where it is about the proposal. */
  readonly handlingId: string | null;
  readonly kind: RequestKind;
  readonly state: RequestState;
  /** Shared by what was asked at once and is settled together: the id of the first. */
  readonly batchId: string;
  /** Every proposal that it is about, its own among them. */
  readonly concerns: readonly string[];
  readonly owedBy: Party;
  /** The last day on which it may be answered in time; null where none is set. */
  readonly dueOn: CivilDate | null;
  readonly asked: { readonly by: string; readonly at: Date; readonly reason: string | null; readonly wish: Wish };
  /** `by` is null where the time for an answer passed in silence. */
  readonly answered: {
    readonly by: string | null;
    readonly at: Date;
    readonly outcome: RequestOutcome;
    readonly reason: string | null;
    /** What the answer says besides, as the rule has read it; left out where its kind asks for nothing more. */
    readonly terms?: Wish;
  } | null;
  readonly version: number;
}

/** What something is asked about: a proposal, or the work of one unit on it. */
export interface AskedMatter {
  readonly proposal: Proposal;
  readonly handling: Handling | null;
  readonly state: ProposalState | HandlingState;
}

/** What a behaviour did to a request: as it is now, what happened, and what became of the day for its answer. */
export interface RequestChange {
  readonly request: Request;
  readonly events: readonly RequestEvent[];
  readonly deadlines: readonly AnswerDeadline[];
}

/** What a request brings about on a proposal, and as what it is kept in the audit trail. */
export interface Effect extends Change {
  readonly action: string;
}

/** What asking or answering comes to, of all that it concerns; written in one transaction. */
export interface RequestsChange {
  readonly requests: readonly RequestChange[];
  readonly proposals: readonly Effect[];
}

/** Every proposal that a request concerns, its own among them, by their ids. */
export type ConcernedProposals = ReadonlyMap<string, Proposal>;
