import { type QueryKey, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useProblemText } from '../text/use-problem-text.js';
import { isOutdated } from './use-outdated.js';

export interface ActionOptions<T, V> {
  /** Said when it is done. */
  readonly done?: string;
  /** Keys of the questions whose answers it changes. */
  readonly changes?: readonly QueryKey[];
  /**
   * For a page that goes on at once, to the next entry of the same form for instance: called when the change is taken, with what was asked
   * for, while what it changed is asked anew. To wait for that would empty the form when the next entry may be in it. `onDone` does not
   * wait then either.
   */
  readonly onTaken?: (input: V) => void;
  readonly onDone?: (answer: T) => void;
  /** Shows a refusal where it belongs, a field for instance; what it does not show is said as a message. */
  readonly onRefused?: (error: unknown) => boolean;
  /** The answer is a secret: it is not kept once `onDone` has it, and `reset` forgets it here. */
  readonly isSecret?: boolean;
}

/** A change that somebody asks for by a button: says that it is done or why not, and asks anew whatever it changed. */
export function useAction<T, V = void>(
  work: (input: V) => Promise<T>,
  options: ActionOptions<T, V> = {},
): UseMutationResult<T, unknown, V> {
  const client = useQueryClient();
  const { message } = App.useApp();
  const problemText = useProblemText();
  return useMutation<T, unknown, V>({
    mutationFn: work,
    ...(options.isSecret ? { gcTime: 0 } : {}),
    onSuccess: async (answer, input) => {
      const asked = Promise.all((options.changes ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
      if (options.onTaken) options.onTaken(input);
      else await asked;
      if (options.done) void message.success(options.done);
      options.onDone?.(answer);
    },
    onError: (error) => {
      if (options.onRefused?.(error)) return;
      // Somebody else has changed it since: the page shows it as it is now, and the next try is made on that.
      if (isOutdated(error)) for (const queryKey of options.changes ?? []) void client.invalidateQueries({ queryKey });
      void message.error(problemText(error), 6);
    },
  });
}
