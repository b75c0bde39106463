/** An organisation's calendar: the public one of its zone, with these days changed. */
export class CalendarResponse {
  zone!: string;
  daysOff!: string[];
  workingDays!: string[];
}
