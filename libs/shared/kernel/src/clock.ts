/** The clock as an argument: services inject the system's, tests one that they move. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}
