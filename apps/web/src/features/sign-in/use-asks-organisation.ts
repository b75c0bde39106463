import { useHouse } from '../../shared/congress/use-house.js';

/**
 * Whether people must say which organisation they belong to: never where the house has only one. Not asked either while that is not known
 * yet.
 */
export function useAsksOrganisation(): boolean {
  const house = useHouse();
  return house.isError || (house.isSuccess && house.data.organisation === null);
}
