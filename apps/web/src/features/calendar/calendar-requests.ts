import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

export type CalendarView = components['schemas']['CalendarResponse'];

/** What the organisation changed in the public calendar. */
export function useCalendar(): UseQueryResult<CalendarView> {
  return useQuery({ queryKey: ['calendar'], queryFn: () => answer(congress.GET('/api/congress/calendar')), refetchOnWindowFocus: false });
}

export const setCalendar = (calendar: CalendarView) => answer(congress.PUT('/api/congress/calendar', { body: calendar }));
