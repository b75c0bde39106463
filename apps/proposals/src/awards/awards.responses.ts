import type { AwardAction, AwardCriterion, AwardKind, AwardState } from '@plenum/proposals-domain';

/** A nomination on the award list. */
export class AwardItem {
  id!: string;
  kind!: AwardKind;
  /** Of the proposal or unit. */
  nomineeId!: string;
  /** The subject of the proposal, or the name of the unit. */
  name!: string | null;
  docketNo!: string | null;
  criteria!: AwardCriterion[];
  citation!: string;
  state!: AwardState;
  decidedBy!: 'COMMITTEE' | 'VOTE' | null;
  /** Why it was not awarded; for the committee alone. */
  reason!: string | null;
  version!: number;
  allowedActions!: AwardAction[];
}

/** The award list of a session: what is awarded or nominated by oneself, and for the committee all that is nominated. */
export class AwardListAnswer {
  items!: AwardItem[];
  mayNominate!: boolean;
}

/** Where a nomination stands after what was just done to it. */
export class AwardVersionAnswer {
  id!: string;
  state!: AwardState;
  version!: number;
}
