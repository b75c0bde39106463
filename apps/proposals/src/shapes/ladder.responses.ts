import type { Ladder, LadderHearer } from '@plenum/calendar';

/** A step of a ladder: so many working days after the last day, or before it where it is less than nothing. */
export class LadderRungAnswer {
  workingDays!: number;
  hears!: LadderHearer[];
}

/** What goes on after the last step. */
export class LadderRepeatAnswer {
  everyWorkingDays!: number;
  times!: number;
  hears!: LadderHearer[];
}

/** When who is reminded of what is due. */
export class LadderAnswer {
  rungs!: LadderRungAnswer[];
  then!: LadderRepeatAnswer | null;
}

/** The ladder as it is told. */
export const ladderAnswer = ({ rungs, then }: Ladder): LadderAnswer => ({
  rungs: rungs.map(({ workingDays, hears }) => ({ workingDays, hears: [...hears] })),
  then: then && { ...then, hears: [...then.hears] },
});
