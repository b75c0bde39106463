import type { DeadlineHearer } from '@plenum/contracts';

/** A step of the ladder of one deadline, as it was told by who published it. */
export interface Step {
  readonly workingDays: number;
  /** ISO 8601. */
  readonly at: string;
  readonly hears: readonly DeadlineHearer[];
}

/** What of the ladder lies behind: from when on it is due by its day, and the last step that was told of that day. */
export interface Climbed {
  readonly since: Date;
  /** Null where none was. */
  readonly toldThrough: number | null;
}

/** What is to be told now, and when the next step is. */
export interface NextStep {
  /** The latest of those that came, heard by all who would have heard any of them: it tells of those before it. Null where none came. */
  readonly due: Step | null;
  readonly nextAt: Date | null;
}

/**
 * The step to tell at an instant. None that lay behind when the day was set, none twice, and none before one that was told; what was missed
 * is told once, as the latest.
 */
export function nextStep(steps: readonly Step[], { since, toldThrough }: Climbed, now: Date): NextStep {
  const ahead = steps.filter(({ workingDays, at }) => Date.parse(at) > since.getTime() && workingDays > (toldThrough ?? -Infinity));
  const came = ahead.filter(({ at }) => Date.parse(at) <= now.getTime());
  const latest = came.at(-1);
  const next = ahead[came.length];
  return {
    due: latest ? { ...latest, hears: [...new Set(came.flatMap(({ hears }) => hears))] } : null,
    nextAt: next ? new Date(next.at) : null,
  };
}
