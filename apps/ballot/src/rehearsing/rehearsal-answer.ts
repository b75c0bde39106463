import type { RehearsalEnd } from '@plenum/ballot-domain';
import type { Rehearsal } from '../storage/rehearsals.repository.js';
import type { RehearsalAnswer } from './rehearsing.responses.js';

const LONGEST_MS = 30 * 60_000; // A thousand voters take a few minutes; what is silent for longer died with its process.

/** Whether a rehearsal is still under way. */
export const isRunning = ({ endedAt, startedAt }: Rehearsal, now: Date): boolean => endedAt === null && now.getTime() - startedAt.getTime() < LONGEST_MS;

/** How a rehearsal ended; null while it is under way. */
export function endOf(rehearsal: Rehearsal, now: Date): RehearsalEnd | null {
  if (rehearsal.findings) return rehearsal.findings.end;
  return isRunning(rehearsal, now) ? null : 'interrupted';
}

/** A rehearsal as it is shown. */
export function rehearsalAnswer(rehearsal: Rehearsal, now: Date): RehearsalAnswer {
  const { id, voters, startedAt, endedAt, findings } = rehearsal;
  const { papers = 0, paperMs = null, archiveAccepted = false, sumsRight = false, failure = null } = findings ?? {};
  return { id, voters, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, end: endOf(rehearsal, now), papers, paperMs: paperMs && { ...paperMs }, archiveAccepted, sumsRight, failure };
}
