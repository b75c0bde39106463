import type { AppointmentEnd, ScheduledAct } from '@plenum/ballot-domain';

/** A time at which the voting opens or closes by itself, and what became of it. */
export class AppointmentAnswer {
  act!: ScheduledAct;
  at!: string;
  /** The organiser in whose name it is carried out. */
  setBy!: string;
  /** Null while it is awaited. */
  end!: AppointmentEnd | null;
  endedAt!: string | null;
  /** The code of the gate that refused; null elsewhere. */
  refusal!: string | null;
  /** The figures of that refusal. */
  details!: Record<string, string | number | boolean | readonly string[] | null> | null;
}
