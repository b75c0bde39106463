import type { DeadlineHearer } from '@plenum/contracts';
import { useTranslation } from 'react-i18next';

/** A rung of a ladder, by its working days after the last day; before it where they are less than nothing. */
export interface Rung {
  workingDays: number;
  hears: DeadlineHearer[];
}
/** What goes on after the last rung. */
export interface Repeat {
  everyWorkingDays: number;
  times: number;
  hears: DeadlineHearer[];
}
/** When who is reminded of what is due. */
export interface Ladder {
  rungs: Rung[];
  then: Repeat | null;
}

/** A ladder in words. */
export function useLadderText(): {
  readonly hearers: (hears: readonly DeadlineHearer[]) => string;
  readonly day: (workingDays: number) => string;
  readonly says: (ladder: Ladder) => string;
} {
  const { t } = useTranslation('reminders');
  const { t: common } = useTranslation();
  const hearers = (hears: readonly DeadlineHearer[]): string => hears.map((hearer) => t(`hearer.${hearer}`)).join(common('listSeparator'));
  const day = (workingDays: number): string => {
    if (workingDays === 0) return t('ladder.on');
    return workingDays < 0 ? t('ladder.before', { count: -workingDays }) : t('ladder.after', { count: workingDays });
  };
  const says = ({ rungs, then }: Ladder): string =>
    [
      ...rungs.map(({ workingDays, hears }) => t('ladder.step', { when: day(workingDays), hears: hearers(hears) })),
      ...(then ? [t('ladder.then', { every: then.everyWorkingDays, count: then.times, hears: hearers(then.hears) })] : []),
    ].join('\n');
  return { hearers, day, says };
}
