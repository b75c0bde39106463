import { answer, congress, session } from './client.js';

/** Ends the session here at once, and at the server as far as it can be reached. */
export async function signOut(): Promise<void> {
  try {
    await answer(congress.POST('/api/congress/session/sign-out'));
  } finally {
    session.close('left');
  }
}
