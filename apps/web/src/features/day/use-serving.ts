import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ATTENDANCE_CHANGES, signInto, signOutOf } from '../../shared/attendance.js';
import { useProblemWords } from '../../shared/use-problem-words.js';
import { type Attendee, findAttendees } from './day-doors.js';
import { type DeskMode, type Served, servePerson, serveTyped } from './serving.js';

const KEPT = 6; // The one before the eyes, and those of the last half minute.

/** What was said of somebody who stood at the desk: what came of it, or why not. */
export interface Told {
  readonly no: number;
  readonly typed: string;
  readonly mode: DeskMode;
  /** Null as long as it is asked. */
  readonly served: Served | null;
  readonly problem: string | null;
}

interface Serving {
  /** The latest first. */
  readonly told: readonly Told[];
  readonly serve: (typed: string) => Promise<void>;
  readonly choose: (person: Attendee) => Promise<void>;
}

/** Serves one after another without waiting for the answer to the last; what failed stays to be tried again. */
export function useServing(sessionId: string, mode: DeskMode): Serving {
  const client = useQueryClient();
  const words = useProblemWords();
  const [told, setTold] = useState<readonly Told[]>([]);
  const count = useRef(0);
  const doors = {
    find: (typed: string) => findAttendees(sessionId, typed),
    signIn: (memberId: string) => signInto(sessionId, memberId),
    signOut: (memberId: string) => signOutOf(sessionId, memberId),
  };
  const tell = async (typed: string, work: () => Promise<Served>) => {
    const no = (count.current += 1);
    const begun: Told = { no, typed, mode, served: null, problem: null };
    setTold((all) => [begun, ...all.filter((each) => each.typed !== typed || each.problem === null)].slice(0, KEPT));
    const ends = (end: Partial<Told>) => setTold((all) => all.map((each) => (each.no === no ? { ...each, ...end } : each)));
    try {
      ends({ served: await work() });
      for (const queryKey of ATTENDANCE_CHANGES) void client.invalidateQueries({ queryKey });
    } catch (error) {
      ends({ problem: words(error) });
    }
  };
  return {
    told,
    serve: (typed) => tell(typed, () => serveTyped(doors, mode, typed)),
    choose: (person) => tell(person.staffNo, () => servePerson(doors, mode, person)),
  };
}
