import type { CivilDate } from '@plenum/calendar';
import type { EndorsementOutcome } from '../vocabulary/vocabulary.js';

/** That it goes through the head of the lead proposer's delegation before it is handed in (团长审核), and what came of it. */
export interface Endorsement {
  readonly delegationId: string;
  /** The how manieth time it is asked, from 1. */
  readonly round: number;
  /** When its proposer first handed it to the head: what was in time then stays so, however long the head takes. */
  readonly firstAskedAt: Date;
  readonly dueOn: CivilDate;
  /** Null while the head has not said anything and there is time. */
  readonly outcome: EndorsementOutcome | null;
  readonly reason: string | null;
  /** Who answered; null while nobody has, and where time did it. */
  readonly by: string | null;
  readonly at: Date | null;
}
