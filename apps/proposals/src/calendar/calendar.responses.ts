/** An organisation's calendar: the public one of its zone, with these days changed. */
export class OrganisationCalendarAnswer {
  zone!: string;
  daysOff!: string[];
  workingDays!: string[];
}
