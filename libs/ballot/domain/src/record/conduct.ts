import type { RefusalDetails } from '@plenum/kernel';
import { type BlankFields, withDate } from '../fields.js';

/** 监票人 and 计票人. */
export const OFFICER_ROLES = ['SCRUTINEER', 'TELLER'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Somebody who watches (监票人) or counts (计票人), adopted by the meeting; one of each role is the chief. */
export interface Officer {
  readonly memberId: string;
  readonly role: OfficerRole;
  readonly chief: boolean;
}

/** What the clock may do: open the voting, and close it. */
export const SCHEDULED_ACTS = ['open', 'close'] as const;
export type ScheduledAct = (typeof SCHEDULED_ACTS)[number];

/** What became of an appointed time: the act was carried out, a gate refused it, or it had been done by hand before. */
export const APPOINTMENT_ENDS = ['done', 'refused', 'moot'] as const;
export type AppointmentEnd = (typeof APPOINTMENT_ENDS)[number];

/** A time at which the voting opens or closes by itself, and what became of it. One that has ended stays. */
export interface Appointment {
  readonly act: ScheduledAct;
  readonly at: Date;
  /** The organiser in whose name it is carried out. */
  readonly setBy: string;
  /** Null while it is awaited. */
  readonly end: {
    readonly what: AppointmentEnd;
    readonly at: Date;
    readonly refusal: { readonly code: string; readonly details: RefusalDetails | null } | null;
  } | null;
}

/** Something that a mixed ballot has once for its sealed papers and once for those of paper. */
export interface PerChannel<T = number> {
  readonly sealed: T;
  readonly paper: T;
}

/** The figures at the opening: what came later is told apart from them. */
export interface AtOpening {
  readonly present: number;
  readonly issued: number;
  /** Whether it is known who has a paper, not only how many. */
  readonly byRegister: boolean;
}

/** What the desks did besides issuing: papers and slips that count no more, by what became of them. */
export interface DeskFigures {
  readonly papersTakenBack: number;
  readonly credentialsTakenBack: number;
  readonly slipsPrepared: number;
  readonly slipsLost: number;
  readonly slipsTakenBack: number;
  readonly slipsVoided: number;
}

/** Nothing was prepared, and nothing taken back. */
export const IDLE_DESK: DeskFigures = {
  papersTakenBack: 0,
  credentialsTakenBack: 0,
  slipsPrepared: 0,
  slipsLost: 0,
  slipsTakenBack: 0,
  slipsVoided: 0,
};

/** How the voting is held: by whom, for how many, from when to when. */
export interface Conduct {
  readonly officers: readonly Officer[];
  /** Who prepares and hands out slips with voting codes; nobody where every voter has a device. */
  readonly codesDesk: readonly string[];
  /** 应到, fixed when the roll is frozen. */
  readonly roll: number | null;
  /** Fixed with the roll: the salt of the voting codes, and the id of the archive. Null where nothing is sealed. */
  readonly electionId: string | null;
  /** 实到 and 发出, fixed when the voting opens; they grow only by late arrivals, where the rules admit them. */
  readonly present: number | null;
  readonly issued: number | null;
  /** The parts of `issued` on a mixed ballot; null on another, and until the voting opens. */
  readonly issuedPerChannel: PerChannel | null;
  readonly atOpening: AtOpening | null;
  readonly desk: DeskFigures;
  /** When the voting opens and closes by itself, and what became of that. */
  readonly appointments: readonly Appointment[];
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

export const CONDUCT_FIELDS: BlankFields<Conduct> = {
  officers: { blank: [], audited: true },
  codesDesk: { blank: [], audited: true },
  roll: { blank: null, audited: true },
  electionId: { blank: null, audited: false },
  present: { blank: null, audited: true },
  issued: { blank: null, audited: true },
  issuedPerChannel: { blank: null, audited: true },
  atOpening: { blank: null, audited: true },
  // A ballot of before says nothing of what nobody could take back then.
  desk: { blank: IDLE_DESK, audited: true, read: (kept) => ({ ...IDLE_DESK, ...kept }) },
  appointments: {
    blank: [],
    audited: true,
    read: (kept) => kept.map(({ at, end, ...appointment }) => ({ ...appointment, at: new Date(at), end: end && withDate(end) })),
  },
  openedAt: { blank: null, audited: false },
  closedAt: { blank: null, audited: false },
};
