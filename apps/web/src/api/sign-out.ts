import { answer, entrance, session } from './client.js';

/** Ends the session here at once, and at the server as far as it can be reached. */
export async function signOut(): Promise<void> {
  try {
    await answer(entrance.POST('/api/congress/session/sign-out'));
  } finally {
    session.close('left');
  }
}
