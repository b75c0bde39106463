import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, entrance } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

/** What the entrance says of the house to anybody. */
export function useHouse(): UseQueryResult<components['schemas']['HouseResponse']> {
  return useQuery({ queryKey: ['house'], queryFn: () => answer(entrance.GET('/api/congress/house')), staleTime: Infinity });
}

/** Whether people must say which organisation they belong to: never where the house has only one. Not asked either while that is not known yet. */
export function useAsksOrganisation(): boolean {
  const house = useHouse();
  return house.isError || (house.isSuccess && house.data.organisation === null);
}
