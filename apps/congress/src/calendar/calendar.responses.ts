/** An organisation's calendar: the public one of its zone, with these days changed. */
export class CalendarResponse {
  zone!: string;
  daysOff!: string[];
  workingDays!: string[];
  /** Goes with a change, which is refused where somebody else was first; 0 until one was made. */
  version!: number;
}
