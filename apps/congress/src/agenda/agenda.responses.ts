import type {
  AdoptionWay,
  AgendaAction,
  AgendaItemKind,
  AgendaState,
  SessionState,
  StandingReport,
  VoteForm,
} from '@plenum/congress-domain';

export class AgendaItemResponse {
  id!: string;
  kind!: AgendaItemKind;
  title!: string;
  speaker!: string;
  standing!: StandingReport | null;
  minutes!: number;
  vote!: VoteForm | null;
  /** What its kind needs and it does not have: `speaker`, `vote`. */
  lacking!: string[];
}

export class AgreementResponse {
  party!: string;
  on!: string;
}

/** Hands that were counted, their base, and how many were needed: half or more of all full delegates. */
export class HandsResponse {
  inFavour!: number;
  against!: number;
  abstained!: number;
  present!: number;
  entitled!: number;
  needed!: number;
}

/** A vote of the congress on its agenda. */
export class AdoptionResponse {
  way!: AdoptionWay;
  ballotId!: string | null;
  hands!: HandsResponse | null;
  passed!: boolean;
  /** Its ballot was annulled. */
  withdrawn!: boolean;
  at!: string;
  /** How many items were put to the vote. */
  items!: number;
}

/** That papers were late when the session opened. */
export class LateOpeningResponse {
  titles!: string[];
  reason!: string;
}

/** A resolution of the session that is effective, by which the agenda may be adopted. */
export class PassedBallotResponse {
  ballotId!: string;
  title!: string;
}

export class AgendaResponse {
  sessionId!: string;
  sessionTitle!: string;
  sessionState!: SessionState;
  opensAt!: string;
  state!: AgendaState;
  /** In their order; while topics are collected everybody but the secretariat sees what was adopted before. */
  items!: AgendaItemResponse[];
  agreement!: AgreementResponse | null;
  /** The first first. */
  adoptions!: AdoptionResponse[];
  /** Why the session was opened while papers were late, and which; null where none were. */
  lateOpening!: LateOpeningResponse | null;
  /** Whether the reader may read the papers: has a seat, or prepares the session. */
  mayReadPapers!: boolean;
  /** Something is adopted and stands, whatever is being changed. */
  stands!: boolean;
  reopenedFor!: string | null;
  /** Reports of every year that are not on it. */
  missingReports!: StandingReport[];
  /** Full delegates, and how many of them are signed in; null before the desk is open. */
  entitled!: number;
  present!: number | null;
  /** How many hands adopt it. */
  needed!: number;
  passedBallots!: PassedBallotResponse[];
  allowedActions!: AgendaAction[];
  /** Goes with a change, which is refused where somebody else was first; 0 until a topic was collected. */
  version!: number;
}
