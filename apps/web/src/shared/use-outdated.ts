import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { codeOf } from '../api/problem.js';

const OUTDATED: ReadonlySet<string> = new Set(['congress.outdated', 'ballot.outdated']);

interface Versioned {
  readonly version: number;
}

/** A text that is kept, and the version that it was begun on. */
interface Begun {
  readonly basis: number | null;
  rebase(version: number): void;
}

interface OutdatedOptions {
  /** Keys of the questions whose answers show what it is now. */
  readonly changes: readonly (readonly string[])[];
  /** Where the form keeps its text: a text that comes back stands on the version that it was begun on. */
  readonly kept?: Begun;
}

export interface Outdated<T> {
  /** Goes with the change: the version that stands beside what is typed. */
  readonly version: number;
  /** What somebody else made of it meanwhile, once the service has said so; what was typed stays in the form. */
  readonly rival: T | null;
  /** @returns whether it was the refusal of a change that was made on an older version */
  refused(error: unknown): boolean;
  /** The change was taken: this version is one's own. */
  taken(version: number): void;
}

/**
 * For a form that overwrites what others may change, too. `latest` is the object as the page knows it now; the form stands on the
 * version that it was opened with. A refused form shows what it is now and keeps what was typed: sent again, it goes over it knowingly.
 */
export function useOutdated<T extends Versioned>(latest: T, { changes, kept }: OutdatedOptions): Outdated<T> {
  const client = useQueryClient();
  const [read, setRead] = useState(kept?.basis ?? latest.version);
  const [isOutdated, setOutdated] = useState(false);
  return {
    // Read when it is sent: whoever gives up a text that came back stands on what the form shows.
    get version() {
      return isOutdated ? latest.version : (kept?.basis ?? read);
    },
    rival: isOutdated ? latest : null,
    refused: (error) => {
      if (!OUTDATED.has(codeOf(error))) return false;
      for (const queryKey of changes) void client.invalidateQueries({ queryKey });
      setOutdated(true);
      return true;
    },
    taken: (version) => {
      setRead(version);
      setOutdated(false);
      kept?.rebase(version);
    },
  };
}
