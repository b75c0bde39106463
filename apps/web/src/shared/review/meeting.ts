import type { Dayjs } from 'dayjs';
import type { NamedChoice } from '../forms/SearchSelect.js';

/** What a form says of a meeting. */
export interface MeetingEntry {
  readonly metOn?: Dayjs | null;
  readonly present?: readonly NamedChoice[];
  readonly opinion?: string;
}

/** The same as a request says it; what was left empty is not said at all. */
export const meetingOf = ({ metOn, present = [], opinion }: MeetingEntry) => ({
  ...(metOn ? { metOn: metOn.format('YYYY-MM-DD') } : {}),
  ...(present.length > 0 ? { present: present.map(({ id }) => id) } : {}),
  ...(opinion?.trim() ? { opinion } : {}),
});
