// The desk cannot open before the session does: where that was late itself, nobody is late who came while it served its first queue.
const FIRST_QUEUE_MS = 30 * 60_000;

/**
 * Whoever comes to a session after this instant comes late: the announced beginning, or half an hour after a desk that opened late. Null
 * before the desk opens.
 */
export function lateFrom({ opensAt, openedAt }: { readonly opensAt: Date; readonly openedAt: Date | null }): Date | null {
  if (openedAt === null) return null;
  return openedAt <= opensAt ? opensAt : new Date(openedAt.getTime() + FIRST_QUEUE_MS);
}
