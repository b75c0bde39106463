import type { CivilDate } from '@plenum/calendar';
import type { ClearanceKind, RequestOutcome } from '../vocabulary/vocabulary.js';

/** Which version of a draft stands, and who wrote it; what it says is read by itself. */
export interface DraftMark {
  readonly round: number;
  /** From 1 in each round: each version that somebody else may have read has a number of its own. */
  readonly number: number;
  /** Counts the savings of the handling's drafts; what was read is compared with it. */
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

/** Who gives it: the people of an assisting unit, the head or the leader in charge of the lead unit, the committee. */
export interface ClearanceParty {
  readonly who: 'unit' | 'head' | 'leader' | 'committee';
  readonly unitId: string | null;
}

/** What was asked of somebody before a reply goes out: an opinion, a countersignature, a signature, an audit. */
export interface Clearance {
  readonly requestId: string;
  readonly kind: ClearanceKind;
  readonly state: 'OPEN' | 'ANSWERED';
  readonly owedBy: ClearanceParty;
  readonly round: number;
  /** The number of the draft that it is about; null of an opinion, which is about the matter. */
  readonly draft: number | null;
  /** The last day on which it may be answered in time; null where none is set. */
  readonly dueOn: CivilDate | null;
  /** Null while it is open. */
  readonly outcome: RequestOutcome | null;
}

/** What lies on the desk of a unit besides its handling: the draft, what was cleared of it, whom it spoke with. */
export interface ReplyDesk {
  readonly handlingId: string;
  /** Of the lead unit, of the latest round in which there was one. */
  readonly draft: DraftMark | null;
  /** The units that drafted a reply while they led the work before. */
  readonly formerUnitIds: readonly string[];
  /** The last asked last; nothing that was taken back, or asked by a unit that led the work before. */
  readonly clearances: readonly Clearance[];
  /** How often the lead unit has spoken with the proposer in the round under way. */
  readonly contacts: number;
  /** Which offices of the lead unit are filled: nobody signs for one that is not. */
  readonly signers: readonly ('head' | 'leader')[];
}

/** A desk on which there is nothing yet. */
export const emptyDesk = (handlingId: string): ReplyDesk => ({
  handlingId,
  draft: null,
  formerUnitIds: [],
  clearances: [],
  contacts: 0,
  signers: [],
});

/** The desk of a handling among these. */
export const deskOf = ({ id }: { readonly id: string }, desks: readonly ReplyDesk[]): ReplyDesk =>
  desks.find(({ handlingId }) => handlingId === id) ?? emptyDesk(id);
