/** So many of so many. */
export class RateAnswer {
  part!: number;
  whole!: number;
}

export class SignersAnswer {
  /** Different people. */
  persons!: number;
  /** Signatures. */
  personTimes!: number;
}

/** How many replies were given each grade. */
export class GradeCountsAnswer {
  /** Of calls with four grades alone. */
  VERY_SATISFIED!: number;
  SATISFIED!: number;
  BASICALLY!: number;
  DISSATISFIED!: number;
}

export class DimensionCountsAnswer {
  attitude!: number;
  result!: number;
}

/** How closed proposals were rated. */
export class SatisfactionAnswer {
  given!: number;
  /** Asked and not rated. */
  silent!: number;
  /** Of these, the ones that their call takes as satisfied; in no grade. */
  deemedSatisfied!: number;
  /** Ratings under a call that does not ask for the one or the other. */
  notAsked!: DimensionCountsAnswer;
  /** Null where fewer than five people gave them. */
  attitude!: GradeCountsAnswer | null;
  result!: GradeCountsAnswer | null;
}

export class UnitFiguresAnswer {
  unitId!: string;
  assigned!: number;
  /** By the first reply. */
  repliedOnTime!: number;
  repliedLate!: number;
  satisfaction!: SatisfactionAnswer;
}

export class GroupFiguresAnswer {
  /** A category, or the id of a delegation; null of what is under none. */
  key!: string | null;
  received!: number;
  filed!: number;
  suggestions!: number;
}

export class ResultFiguresAnswer {
  resultCategory!: string;
  count!: number;
}

/** The figures of a session at a cut-off. */
export class StatisticsAnswer {
  /** What happened after it is not counted. */
  cutOff!: string;
  /** The sum of the seven that follow. */
  received!: number;
  filed!: number;
  suggestions!: number;
  notFiled!: number;
  mergedAway!: number;
  returned!: number;
  withdrawn!: number;
  underReview!: number;
  late!: number;
  closed!: number;
  proposers!: SignersAnswer;
  seconders!: SignersAnswer;
  /** Proposers and seconders together. */
  signers!: SignersAnswer;
  /** Answered by all their units, of those assigned. */
  answered!: RateAnswer;
  /** In time, of those answered. */
  inTime!: RateAnswer;
  /** Solved or planned, of those filed. */
  solvedOrPlanned!: RateAnswer;
  /** Commitments kept, of those due. */
  implemented!: RateAnswer;
  satisfaction!: SatisfactionAnswer;
  byCategory!: GroupFiguresAnswer[];
  byDelegation!: GroupFiguresAnswer[];
  /** Of each unit that must answer, those with the most first. */
  byUnit!: UnitFiguresAnswer[];
  /** What last replies amount to. */
  byResult!: ResultFiguresAnswer[];
}
