import type { Attendee } from './session-requests.js';

/** What the desk does with the next one in the queue. */
export type SignInDirection = 'in' | 'out';

/**
 * What came of it: signed in or out, nothing to do because they were (or were not) there, nobody of that number, or several of that name.
 */
export type Outcome = 'in' | 'out' | 'already-in' | 'already-out' | 'unknown' | 'several';

export interface DeskSignIn {
  readonly outcome: Outcome;
  readonly person: Attendee | null;
  /** Whom the desk has to choose from, where several match. */
  readonly several: readonly Attendee[];
}

export interface DeskSignInApi {
  readonly find: (typed: string) => Promise<readonly Attendee[]>;
  readonly signIn: (memberId: string) => Promise<unknown>;
  readonly signOut: (memberId: string) => Promise<unknown>;
}

/** Signs somebody in or out who was found. Whoever is there already is told so, with no second sign-in. */
export async function signPerson(api: DeskSignInApi, mode: SignInDirection, person: Attendee): Promise<DeskSignIn> {
  const isHere = person.standing === 'HERE';
  if (mode === 'in' && isHere) return { outcome: 'already-in', person, several: [] };
  if (mode === 'out' && !isHere) return { outcome: 'already-out', person, several: [] };
  await (mode === 'in' ? api.signIn : api.signOut)(person.memberId);
  return { outcome: mode, person, several: [] };
}

/** Serves whoever a staff number or a name stands for. Several of a name are left to the desk: nobody is signed in by guess. */
export async function signTyped(api: DeskSignInApi, mode: SignInDirection, typed: string): Promise<DeskSignIn> {
  const found = await api.find(typed);
  const [person] = found;
  if (!person) return { outcome: 'unknown', person: null, several: [] };
  if (found.length > 1) return { outcome: 'several', person: null, several: found };
  return signPerson(api, mode, person);
}
