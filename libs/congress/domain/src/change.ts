/** What a behaviour answers: the state after it, and what happened, oldest first. */
export interface Change<S, E> {
  readonly state: S;
  readonly events: readonly E[];
}

/** The answer where everything is as it is wanted already. */
export const unchanged = <S>(state: S): Change<S, never> => ({ state, events: [] });

/** One change after another, each on what the one before left. @throws what one of them refuses: then none of them stands */
export function inSequence<S, E, T>(state: S, items: readonly T[], change: (state: S, item: T) => Change<S, E>): Change<S, E> {
  const events: E[] = [];
  let current = state;
  for (const item of items) {
    const made = change(current, item);
    current = made.state;
    events.push(...made.events);
  }
  return { state: current, events };
}
