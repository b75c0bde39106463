import type { CivilDate } from '@plenum/calendar';
import type { Commitment, CommitmentStep } from './commitment.js';

/** What the figures look at in one promise. */
export type CommitmentInput = Pick<Commitment, 'unitId' | 'firstDueOn' | 'madeAt' | 'steps'>;

/** Promises in figures; those due by the cut-off are the sum of the four that follow. */
export interface CommitmentFigures {
  /** Made by the cut-off. */
  readonly made: number;
  /** Of them those that were promised for a day by the cut-off, whether or not they were carried on since. */
  readonly due: number;
  readonly done: number;
  readonly explained: number;
  /** Carried on to a later day, and not settled. */
  readonly carried: number;
  /** Neither settled nor carried on. */
  readonly open: number;
  /** Promised for a day after the cut-off; how many of them are done already. */
  readonly ahead: number;
  readonly aheadDone: number;
}

/** The figures of one unit. */
export interface UnitCommitmentFigures extends CommitmentFigures {
  readonly unitId: string;
}

/** What is carried over into a report, all together and by unit, those with most promises first. */
export interface CarryOverFigures extends CommitmentFigures {
  readonly byUnit: readonly UnitCommitmentFigures[];
}

/** Until when a report looks: the instant at which its day ends, and the day. */
export interface Cutoff {
  readonly on: CivilDate;
  /** The first instant past it. */
  readonly endsAt: Date;
}

/**
 * What became of promises, as it stood at a cut-off: made again for the same one it is the same, whatever happened since. The
 * implementation rate (落实率) is `done` of `due`, both told. A report that the committee did not accept by then settles nothing.
 */
export function carryOver(commitments: readonly CommitmentInput[], cutOff: Cutoff): CarryOverFigures {
  const made = commitments.filter(({ madeAt }) => madeAt < cutOff.endsAt);
  const units = [...new Set(made.map(({ unitId }) => unitId))];
  const byUnit = units.map((unitId) => ({
    unitId,
    ...figures(
      made.filter((one) => one.unitId === unitId),
      cutOff,
    ),
  }));
  byUnit.sort((one, other) => other.made - one.made || (one.unitId < other.unitId ? -1 : 1));
  return { ...figures(made, cutOff), byUnit };
}

/** A promise that was neither kept nor explained at a cut-off, and by when it was owed then. */
export interface OutstandingCommitment<T extends CommitmentInput> {
  readonly commitment: T;
  readonly fate: 'carried' | 'open';
  readonly dueOn: CivilDate;
}

/** Those of the promises that were due by the cut-off and stayed owed past it (结转、未了), each once, in the order of their days. */
export function outstandingAt<T extends CommitmentInput>(commitments: readonly T[], cutOff: Cutoff): readonly OutstandingCommitment<T>[] {
  const due = commitments.filter(({ madeAt, firstDueOn }) => madeAt < cutOff.endsAt && firstDueOn <= cutOff.on);
  const left = due.flatMap((commitment): OutstandingCommitment<T>[] => {
    const fate = fateOf(commitment, cutOff);
    if (fate !== 'carried' && fate !== 'open') return [];
    const dueOn = commitment.steps.findLast((one) => one.at < cutOff.endsAt && isDecision(one))?.dueOn;
    return [{ commitment, fate, dueOn: dueOn ?? commitment.firstDueOn }];
  });
  return left.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

type Fate = 'done' | 'explained' | 'carried' | 'open';

function figures(made: readonly CommitmentInput[], cutOff: Cutoff): CommitmentFigures {
  const fates = made.map((one) => ({ fate: fateOf(one, cutOff), isDue: one.firstDueOn <= cutOff.on }));
  const count = (isDue: boolean, fate?: Fate) => fates.filter((one) => one.isDue === isDue && (!fate || one.fate === fate)).length;
  return {
    made: made.length,
    due: count(true),
    done: count(true, 'done'),
    explained: count(true, 'explained'),
    carried: count(true, 'carried'),
    open: count(true, 'open'),
    ahead: count(false),
    aheadDone: count(false, 'done'),
  };
}

function fateOf({ steps }: CommitmentInput, { endsAt }: Cutoff): Fate {
  const decided = steps.findLast((one) => one.at < endsAt && isDecision(one));
  switch (decided?.settlement) {
    case 'DONE':
      return 'done';
    case 'EXPLAINED':
      return 'explained';
    case 'CARRIED':
      return 'carried';
    default:
      return 'open';
  }
}

const isDecision = ({ kind }: CommitmentStep): boolean => kind === 'ACCEPTANCE' || kind === 'CARRY';
