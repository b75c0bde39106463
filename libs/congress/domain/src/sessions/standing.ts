/** Where a delegate is seen from the desk: not come yet (未到), in the room (在场), gone again (离场). */
export const ATTENDANCE_STANDINGS = ['EXPECTED', 'HERE', 'LEFT'] as const;
export type AttendanceStanding = (typeof ATTENDANCE_STANDINGS)[number];
