import type { RehearsalEnd } from '@plenum/ballot-domain';
import type { Rehearsal } from '../storage/rehearsals.repository.js';
import type { RehearsalAnswer } from './rehearsing.responses.js';

const SILENT_MS = 5 * 60_000; // It says every few seconds that it is alive; what is silent for so long died with its process.

/** Whether a rehearsal is still under way. */
export const isRunning = ({ endedAt, aliveAt }: Rehearsal, now: Date): boolean =>
  endedAt === null && now.getTime() - aliveAt.getTime() < SILENT_MS;

/** How a rehearsal ended; null while it is under way. */
export function endOf(rehearsal: Rehearsal, now: Date): RehearsalEnd | null {
  if (rehearsal.findings) return rehearsal.findings.end;
  return isRunning(rehearsal, now) ? null : 'interrupted';
}

/** A rehearsal as it is shown. */
export function rehearsalAnswer(rehearsal: Rehearsal, now: Date): RehearsalAnswer {
  const { id, voters, startedAt, endedAt, findings } = rehearsal;
  const phase = isRunning(rehearsal, now) ? rehearsal.phase : null;
  const {
    papers = rehearsal.papers,
    paperMs = null,
    archiveAccepted = false,
    sumsRight = false,
    votes = [],
    failure = null,
  } = findings ?? {};
  return {
    id,
    voters,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    end: endOf(rehearsal, now),
    phase,
    papers,
    paperMs: paperMs && { ...paperMs },
    archiveAccepted,
    sumsRight,
    votes: votes.map(({ label, marked, opened }) => ({ label, marked: { ...marked }, opened: { ...opened } })),
    failure,
  };
}
