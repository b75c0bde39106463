import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';
import type { MeView } from '../../api/shapes.js';
import { holds, isOfUnit } from '../../shared/congress/use-me.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { DAYS_SHOWN, firstShown, isMonth, monthOf } from './month.js';

export type DeadlinesView = components['schemas']['DeadlinesAnswer'];
export type OwedByDay = components['schemas']['OwedByDayAnswer'];
export type CalendarDay = components['schemas']['CalendarDayAnswer'];

/** Whose deadlines are looked at: of all units, or of the reader's own. */
export type Scope = 'board' | 'unit';

/** What is looked at; it stands in the address, so that a view can be sent to a colleague. */
export interface DeadlinesPlace {
  readonly scope: Scope;
  readonly month: string;
  readonly unitId: string;
  /** The day whose list is open; of the whole month where none is. */
  readonly day: string | null;
  readonly change: (parts: Readonly<Partial<Record<'scope' | 'month' | 'unit' | 'day', string>>>) => void;
}

/** The calendars that somebody has to look at. */
export const scopesOf = (me: MeView): readonly Scope[] => [
  ...(holds(me, 'PROPOSALS_COMMITTEE', 'PRESIDIUM', 'SECRETARIAT', 'OBSERVER') ? (['board'] as const) : []),
  ...(isOfUnit(me) ? (['unit'] as const) : []),
];

export function useDeadlinesPlace(scopes: readonly Scope[]): DeadlinesPlace {
  const [params, setParams] = useSearchParams();
  const month = params.get('month');
  return {
    scope: scopes.find((known) => known === params.get('scope')) ?? scopes[0] ?? 'unit',
    month: isMonth(month) ? month : monthOf(civilDateOf(new Date())),
    unitId: params.get('unit') ?? '',
    day: params.get('day'),
    change: (parts) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries({ day: '', ...parts })) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
  };
}

/** What is owed on the days of a page, and what is late. */
export function useDeadlines({ scope, month, unitId }: DeadlinesPlace): UseQueryResult<DeadlinesView> {
  const query = { scope, from: firstShown(month), days: DAYS_SHOWN, ...(unitId ? { unitId } : {}) };
  return useQuery({
    queryKey: ['proposals', 'deadlines', query],
    queryFn: () => answer(proposals.GET('/api/proposals/deadlines', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}
