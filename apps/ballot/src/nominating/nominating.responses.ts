import type { Kinship, NomineeStatus, ProposerKind } from '@plenum/ballot-domain';
import { PersonAnswer } from '../shapes/ballot.responses.js';
import { ClauseAnswer } from '../shapes/clause.responses.js';

/** Who proposed somebody. */
export class ProposerAnswer {
  by!: ProposerKind;
  /** The delegation, where it is one. */
  delegation!: PersonAnswer | null;
  /** The delegates, where several proposed together. */
  members!: PersonAnswer[];
}

/** Somebody who was put forward. */
export class NomineeAnswer {
  id!: string;
  label!: string;
  memberId!: string | null;
  proposer!: ProposerAnswer;
  /** Others than organisers and officers see only who is put forward. */
  status!: NomineeStatus;
}

/** How an objection was answered. */
export class ObjectionAnsweredAnswer {
  upheld!: boolean;
  reason!: string;
  answeredAt!: string;
}

/** An objection to a candidate: told to organisers and to who made it. */
export class CandidateObjectionAnswer {
  id!: string;
  candidateId!: string;
  member!: PersonAnswer;
  grounds!: string;
  madeAt!: string;
  answer!: ObjectionAnsweredAnswer | null;
}

/** A period of so many units, or until a fixed date. */
export class PeriodAnswer {
  kind!: 'date' | 'days' | 'working-days' | 'months';
  /** Null for a date. */
  n!: number | null;
  date!: string | null;
}

/** The finding of candidates. */
export class NominationAnswer {
  /** The version of the ballot that this was read from. */
  version!: number;
  /** The day on which the list was posted; null until then. */
  postedOn!: string | null;
  /** The last day for objections, until 24:00. */
  objectionsUntil!: string | null;
  /** How long a list is posted, as the rules have it. */
  notice!: PeriodAnswer;
  /** Where the source of the preset asks such a period; null without one. */
  clause!: ClauseAnswer | null;
  /** A holiday notice that is not out yet may still move that day. */
  provisional!: boolean;
  /** The day on which the paper was fixed. */
  closedOn!: string | null;
  /** With more than this a primary is held; null for no primary. */
  primaryAbove!: number | null;
  /** How many the paper needs at least. */
  needed!: number;
  /** The latest primary; null while there is none. */
  primaryId!: string | null;
  /**
   * In the order in which they were put, from the close on in that of the paper. Before the posting others than organisers and officers
   * find only themselves.
   */
  candidates!: NomineeAnswer[];
  /** All of them for organisers; for anybody else their own. */
  objections!: CandidateObjectionAnswer[];
}

/** Two members who were said to be near relatives. */
export class RelativePairAnswer {
  members!: PersonAnswer[];
  kind!: Kinship;
}

/** What was declared for a ballot; for its organisers and officers alone. */
export class RelativesAnswer {
  items!: RelativePairAnswer[];
  /** Scrutineers and tellers who are near relatives of a candidate: the voting does not open with them. */
  barred!: PersonAnswer[];
}
