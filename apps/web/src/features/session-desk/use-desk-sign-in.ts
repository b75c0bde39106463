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
  readonly told: readonly DeskEntry[];
  readonly serve: (typed: string) => Promise<void>;
  readonly choose: (person: Attendee) => Promise<void>;
}

/** Serves one after another without waiting for the answer to the last; what failed stays to be tried again. */
export function useDeskSignIn(sessionId: string, mode: SignInDirection): DeskSignInState {
  const client = useQueryClient();
  const problemText = useProblemText();
  const [told, setTold] = useState<readonly DeskEntry[]>([]);
  const count = useRef(0);
  const doors = {
    find: (typed: string) => findAttendees(sessionId, typed),
    signIn: (memberId: string) => signInto(sessionId, memberId),
    signOut: (memberId: string) => signOutOf(sessionId, memberId),
  };
  const tell = async (typed: string, work: () => Promise<DeskSignIn>) => {
    const no = (count.current += 1);
    const begun: DeskEntry = { no, typed, mode, served: null, problem: null };
    setTold((all) => [begun, ...all.filter((each) => each.typed !== typed || each.problem === null)].slice(0, KEPT));
    const ends = (end: Partial<DeskEntry>) => setTold((all) => all.map((each) => (each.no === no ? { ...each, ...end } : each)));
    try {
      ends({ served: await work() });
      for (const queryKey of ATTENDANCE_CHANGES) void client.invalidateQueries({ queryKey });
    } catch (error) {
      ends({ problem: problemText(error) });
    }
  };
  return {
    told,
    serve: (typed) => tell(typed, () => signTyped(doors, mode, typed)),
    choose: (person) => tell(person.staffNo, () => signPerson(doors, mode, person)),
  };
}
