import { Clock } from '@plenum/kernel';

/** A clock that stands until a test moves it. */
export class FakeClock extends Clock {
  #now: number;

  constructor(start: string | Date = '2026-03-02T01:00:00.000Z') {
    super();
    this.#now = new Date(start).getTime();
  }

  override now(): Date {
    return new Date(this.#now);
  }

  /** Moves on by a time, in milliseconds. */
  advance(ms: number): void {
    this.#now += ms;
  }

  /** Jumps to an instant. */
  set(instant: string | Date): void {
    this.#now = new Date(instant).getTime();
  }
}

/** Lets a running service believe that it is this instant; null for the present again. */
export function setClock(clock: Clock, instant: Date | string | null): void {
  clock.now = () => (instant === null ? new Date() : new Date(instant));
}
