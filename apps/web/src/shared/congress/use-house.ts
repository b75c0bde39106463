import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, entrance } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

/** Whether the house was founded, and whose it is where it has one organisation; told to anybody. */
export function useHouse(): UseQueryResult<components['schemas']['HouseResponse']> {
  return useQuery({ queryKey: ['house'], queryFn: () => answer(entrance.GET('/api/congress/house')) });
}
