/** What the clock may do: open the voting, and close it. */
export const SCHEDULED_ACTS = ['open', 'close'] as const;
export type ScheduledAct = (typeof SCHEDULED_ACTS)[number];

/** What became of an appointed time: the act was carried out, a gate refused it, or it had been done by hand before. */
export const APPOINTMENT_ENDS = ['done', 'refused', 'moot'] as const;
export type AppointmentEnd = (typeof APPOINTMENT_ENDS)[number];
