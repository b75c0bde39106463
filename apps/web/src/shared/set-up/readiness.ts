import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

export type Readiness = components['schemas']['ReadinessResponse'];

/** How far the congress is set up, in numbers. For the secretariat. */
export function useReadiness(isAsked = true): UseQueryResult<Readiness> {
  return useQuery({ queryKey: ['readiness'], queryFn: () => answer(congress.GET('/api/congress/readiness')), enabled: isAsked });
}
