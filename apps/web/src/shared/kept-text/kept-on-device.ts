import type { Session } from '../../api/session.js';
import { KeptRecords } from './kept-records.js';

/** What lies on this device, of everybody who wrote at it. */
export const keptRecords = new KeptRecords(localStorage, () => Date.now());

/** Tidies the device when somebody signs in. What others left stays theirs: nobody else reads it. */
export function tidyAsPeopleCome(
  session: Pick<Session, 'state' | 'subscribe'>,
  records: Pick<KeptRecords, 'tidy'> = keptRecords,
): () => void {
  let inside: string | null = null;
  return session.subscribe(() => {
    const state = session.state();
    const now = state.status === 'signed-in' ? state.member.id : null;
    if (now !== null && now !== inside) records.tidy();
    inside = now;
  });
}
