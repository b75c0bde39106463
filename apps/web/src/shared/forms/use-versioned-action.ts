import type { UseMutationResult } from '@tanstack/react-query';
import { type ActionOptions, useAction } from './use-action.js';
import type { Outdated } from './use-outdated.js';

interface VersionedActionOptions<T, V> extends ActionOptions<T, V> {
  /** It was not taken, for whatever reason: a dialog that asked closes. */
  readonly onFailed?: () => void;
}

/**
 * A change of something that others may change, too: it goes with the version that was read, asks anew what a change of it concerns, and
 * where somebody else was faster shows what they made of it. Where the answer tells a version it is that of the same object.
 */
export function useVersionedAction<T, V = void>(
  outdated: Outdated<unknown>,
  work: (version: number, input: V) => Promise<T>,
  { onDone, onRefused, onFailed, ...options }: VersionedActionOptions<T, V> = {},
): UseMutationResult<T, unknown, V> {
  return useAction<T, V>((input) => work(outdated.version, input), {
    changes: outdated.changes,
    ...options,
    onDone: (answer) => {
      onDone?.(answer);
      const version = versionOf(answer);
      if (version !== null) outdated.rebase(version);
    },
    onRefused: (error) => {
      onFailed?.();
      return outdated.refused(error) || (onRefused?.(error) ?? false);
    },
  });
}

function versionOf(answer: unknown): number | null {
  const { version } = (answer ?? {}) as { readonly version?: unknown };
  return typeof version === 'number' ? version : null;
}
