import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useProblemWords } from './use-problem-words.js';

interface ActionOptions<T> {
  /** Said when it is done. */
  readonly done?: string;
  /** Keys of the questions whose answers it changes. */
  readonly changes?: readonly (readonly string[])[];
  /** The change was taken, and what it changed is not asked anew yet: a form is emptied now, before somebody types the next thing into it. */
  readonly onTaken?: () => void;
  readonly onDone?: (answer: T) => void;
  /** Shows a refusal where it belongs, a field for instance; what it does not show is said as a message. */
  readonly onRefused?: (error: unknown) => boolean;
  /** The answer is a secret: it is not kept once `onDone` has it, and `reset` forgets it here. */
  readonly isSecret?: boolean;
}

/** A change that somebody asks for by a button: says that it is done or why not, and asks anew whatever it changed. */
export function useAction<T, V = void>(work: (input: V) => Promise<T>, options: ActionOptions<T> = {}): UseMutationResult<T, unknown, V> {
  const client = useQueryClient();
  const { message } = App.useApp();
  const words = useProblemWords();
  return useMutation<T, unknown, V>({
    mutationFn: work,
    ...(options.isSecret ? { gcTime: 0 } : {}),
    onSuccess: async (answer) => {
      options.onTaken?.();
      await Promise.all((options.changes ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
      if (options.done) void message.success(options.done);
      options.onDone?.(answer);
    },
    onError: (error) => {
      if (!options.onRefused?.(error)) void message.error(words(error), 6);
    },
  });
}
