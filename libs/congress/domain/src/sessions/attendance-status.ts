/** Where a delegate is seen from the desk: not come yet (未到), in the room (在场), gone again (离场). */
export const ATTENDANCE_STATUSES = ['EXPECTED', 'HERE', 'LEFT'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];
