import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ATTENDANCE_CHANGES, signInto, signOutOf } from '../../shared/congress/attendance.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import { type Attendee, findAttendees } from './session-requests.js';
import { type SignInDirection, type DeskSignIn, signPerson, signTyped } from './desk-sign-in.js';

const KEPT = 6; // The one before the eyes, and those of the last half minute.

/** What was said of somebody who stood at the desk: what came of it, or why not. */
export interface DeskEntry {
  readonly no: number;
  readonly typed: string;
  readonly mode: SignInDirection;
  /** Null as long as it is asked. */
  readonly served: DeskSignIn | null;
  readonly problem: string | null;
}

interface DeskSignInState {
  /** The latest first. */
  readonly entries: readonly DeskEntry[];
  readonly serve: (typed: string) => Promise<void>;
  readonly choose: (person: Attendee) => Promise<void>;
}

/** Serves one after another without waiting for the answer to the last; what failed stays to be tried again. */
export function useDeskSignIn(sessionId: string, mode: SignInDirection): DeskSignInState {
  const client = useQueryClient();
  const problemText = useProblemText();
  const [entries, setEntries] = useState<readonly DeskEntry[]>([]);
  const count = useRef(0);
  const api = {
    find: (typed: string) => findAttendees(sessionId, typed),
    signIn: (memberId: string) => signInto(sessionId, memberId),
    signOut: (memberId: string) => signOutOf(sessionId, memberId),
  };
  const enter = async (typed: string, work: () => Promise<DeskSignIn>) => {
    const no = (count.current += 1);
    const entry: DeskEntry = { no, typed, mode, served: null, problem: null };
    setEntries((all) => [entry, ...all.filter((each) => each.typed !== typed || each.problem === null)].slice(0, KEPT));
    const ends = (end: Partial<DeskEntry>) => setEntries((all) => all.map((each) => (each.no === no ? { ...each, ...end } : each)));
    try {
      ends({ served: await work() });
      for (const queryKey of ATTENDANCE_CHANGES) void client.invalidateQueries({ queryKey });
    } catch (error) {
      ends({ problem: problemText(error) });
    }
  };
  return {
    entries,
    serve: (typed) => enter(typed, () => signTyped(api, mode, typed)),
    choose: (person) => enter(person.staffNo, () => signPerson(api, mode, person)),
  };
}
