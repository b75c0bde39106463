import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { codeOf } from '../../api/problem.js';

const OUTDATED: ReadonlySet<string> = new Set([
  'congress.outdated',
  'ballot.outdated',
  'proposals.outdated',
  'notifier.outdated',
  'congress.roster-outdated',
]);

/** Whether a change was refused because somebody else had made one since it was read. */
export const isOutdated = (error: unknown): boolean => OUTDATED.has(codeOf(error));

interface Versioned {
  readonly version: number;
}

/** A text that is kept, and the version that it was begun on. */
interface KeptBasis {
  readonly basis: number | null;
  rebase(version: number): void;
}

interface OutdatedOptions {
  /** Keys of the questions whose answers show what it is now. */
  readonly changes: readonly QueryKey[];
  /** Asks for what no such question shows. */
  readonly askAnew?: () => void;
  /** Where the form keeps its text: a text that comes back stands on the version that it was begun on. */
  readonly kept?: KeptBasis;
  /** The page beside the form shows what the object is now, also while the form is filled in: what is sent stands on what is shown. */
  readonly isLive?: boolean;
}

export interface Outdated<T> {
  /** Goes with the change: the version that stands beside what is typed. */
  readonly version: number;
  /** Keys of the questions that a change of it concerns. */
  readonly changes: readonly QueryKey[];
  /** What somebody else made of it meanwhile, once the service has said so; what was typed stays in the form. */
  readonly rival: T | null;
  /** The page itself found that it shows what is no more: it is shown as it is now. */
  report(): void;
  /** @returns whether it was the refusal of a change that was made on an older version */
  refused(error: unknown): boolean;
  /** The form stands on this version from now on: its own change made it, or it was read again. Left out, what the page shows now. */
  rebase(version?: number): void;
}

/**
 * For a form that overwrites what others may change, too. `latest` is the object as the page knows it now; the form stands on the
 * version that it was opened with. A refused form shows what it is now and keeps what was typed: sent again, it goes over it knowingly.
 * Sent by `useVersionedAction`; shown by `ConflictNotice`.
 */
export function useOutdated<T extends Versioned>(latest: T, { changes, askAnew, kept, isLive = false }: OutdatedOptions): Outdated<T> {
  const client = useQueryClient();
  const [read, setRead] = useState(kept?.basis ?? latest.version);
  const [isRefused, setRefused] = useState(false);
  const report = () => {
    for (const queryKey of changes) void client.invalidateQueries({ queryKey });
    askAnew?.();
    setRefused(true);
  };
  return {
    // Read when it is sent: whoever gives up a text that came back stands on what the form shows.
    get version() {
      return isLive || isRefused ? latest.version : (kept?.basis ?? read);
    },
    changes,
    rival: isRefused ? latest : null,
    report,
    refused: (error) => {
      if (!isOutdated(error)) return false;
      report();
      return true;
    },
    rebase: (version = latest.version) => {
      setRead(version);
      setRefused(false);
      kept?.rebase(version);
    },
  };
}
