import {
  type Digest,
  isMandatory,
  KIND_OF_NOTICE,
  type KindOnWay,
  type NoticeCode,
  type NoticeKind,
  type PersonalWay,
} from '@plenum/contracts';
import { afterQuiet, type Gathering, nextGathering, type QuietHours } from './quiet-hours.js';
import { later } from './way.js';

/** What goes out of a notice on one way. */
export interface Dispatch {
  readonly way: PersonalWay;
  /** Earlier than that it goes with nothing. */
  readonly notBefore: Date;
  /** From then on it waits for nothing else that might go with it. */
  readonly dueAt: Date;
  /** What it is gathered for; null where it goes as it comes. */
  readonly digest: Gathering['digest'] | null;
}

/** How somebody wants to be told. */
export interface Wishes {
  readonly muted: readonly KindOnWay[];
  readonly quiet: QuietHours | null;
  readonly digest: Digest;
  readonly digestHour: number;
  readonly digestDay: number;
}

/** On which ways somebody can be told at all. */
export interface Reach {
  readonly ways: readonly PersonalWay[];
  readonly hasAddress: boolean;
}

/** How long what can wait does so for others, and by which clock people live. */
export interface Pace {
  readonly windowMs: number;
  readonly zone: string;
}

/** What is told at once, by night too: codes and what befalls an account, and what people wait for in the hall. */
const WAITS_FOR_NOTHING: readonly NoticeCode[] = [
  'congress.sign-in-locked',
  'congress.sign-in-unlocked',
  'congress.sign-in-code-given',
  'congress.first-password-set',
  'congress.mail-changed',
  'congress.password-set',
  'ballot.ballot-opened',
  'ballot.ballot-called-off',
  'ballot.signatures-due',
];

/** Whether a notice goes out at once, by night too. */
export const waitsForNothing = (code: NoticeCode): boolean => WAITS_FOR_NOTHING.includes(code);

/** On which ways somebody is told of a notice, and when. The inbox has it in any case. */
export function dispatchesOf(code: NoticeCode, wishes: Wishes, reach: Reach, now: Date, pace: Pace): readonly Dispatch[] {
  const kind = KIND_OF_NOTICE[code];
  return waysOf(kind, wishes, reach).map((way) => ({ way, ...momentOf(code, way, wishes, now, pace) }));
}

/** What is mandatory is mailed, and goes on every way there is to who has no address. */
export function waysOf(kind: NoticeKind, { muted }: Pick<Wishes, 'muted'>, { ways, hasAddress }: Reach): readonly PersonalWay[] {
  if (!isMandatory(kind)) return ways.filter((way) => !muted.includes(`${kind}:${way}`));
  return ways.filter((way) => way === 'mail' || !hasAddress || !muted.includes(`${kind}:${way}`));
}

/** Where it can wait it does so for a window, so that what happens within it goes out in one letter; for quiet hours to end, or its day. */
function momentOf(code: NoticeCode, way: PersonalWay, wishes: Wishes, now: Date, { windowMs, zone }: Pace): Omit<Dispatch, 'way'> {
  if (waitsForNothing(code)) return { notBefore: now, dueAt: now, digest: null };
  const { digest, digestHour: hour, digestDay: day, quiet } = wishes;
  if (digest !== 'each' && way === 'mail' && !isMandatory(KIND_OF_NOTICE[code])) {
    const at = afterQuiet(nextGathering(now, { digest, hour, day }, zone), quiet, zone);
    return { notBefore: at, dueAt: at, digest };
  }
  return { notBefore: afterQuiet(now, quiet, zone), dueAt: afterQuiet(later(now, windowMs), quiet, zone), digest: null };
}
