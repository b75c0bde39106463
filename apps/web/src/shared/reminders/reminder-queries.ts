import type { DeadlineSubject } from '@plenum/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { RemindersView } from '../../api/shapes.js';

/** Who was reminded of what is owed on one thing, and when; for those who chase it alone. */
export function useReminders(kind: DeadlineSubject, id: string): UseQueryResult<RemindersView> {
  const query = { kind, id };
  return useQuery({
    queryKey: ['reminders', query],
    queryFn: () => answer(notifier.GET('/api/notifier/reminders', { params: { query } })),
  });
}
