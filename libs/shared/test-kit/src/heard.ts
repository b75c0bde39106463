interface Inbox {
  query<T>(sql: string, parameters: readonly unknown[]): Promise<readonly T[]>;
}

/**
 * Whether every reaction of a service has handled every event that it hears. The inbox keeps one row for each reaction: an event with two
 * is not heard yet when the first of them is done.
 */
export async function isHeard(
  service: Inbox,
  reactions: readonly { readonly hears: string }[],
  events: readonly { readonly id: string; readonly name: string }[],
): Promise<boolean> {
  const expected = events.reduce((sum, { name }) => sum + reactions.filter(({ hears }) => hears === name).length, 0);
  const ids = events.map(({ id }) => id);
  const [row] = await service.query<{ handled: number }>('SELECT count(*)::int AS handled FROM inbox WHERE event_id = ANY($1)', [ids]);
  return row?.handled === expected;
}
