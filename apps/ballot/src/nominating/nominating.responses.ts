import type { Kinship, NomineeStatus, ProposerKind } from '@plenum/ballot-domain';
import { PersonAnswer } from '../reading/ballots.responses.js';

/** Who proposed somebody. */
export class ProposerAnswer {
  by!: ProposerKind;
  delegationId!: string | null;
  memberIds!: string[];
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

/** The finding of candidates. */
export class NominationAnswer {
  /** The day on which the list was posted; null until then. */
  postedOn!: string | null;
  /** The last day for objections, until 24:00. */
  objectionsUntil!: string | null;
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
  /** In the order in which they were put, from the close on in that of the paper. */
  candidates!: NomineeAnswer[];
  /** All of them for organisers; for anybody else their own. */
  objections!: CandidateObjectionAnswer[];
}

/** Two members who were said to be near relatives. */
export class RelativePairAnswer {
  memberIds!: string[];
  kind!: Kinship;
}

/** What was declared for a ballot; for its organisers and officers alone. */
export class RelativesAnswer {
  items!: RelativePairAnswer[];
}
