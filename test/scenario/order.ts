const AT_ONCE = 6; // As many as a committee's office might have open; the order of what they do does not matter.

/** Does this to each, a few at a time. @returns what came of each, in the order of the list */
export async function inParallel<T, R>(list: readonly T[], work: (one: T, nth: number) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < list.length) {
      const nth = next++;
      results[nth] = await work(list[nth] as T, nth);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, list.length) }, lane));
  return results;
}

/** What stands at this place of a list, from its end where it is negative: of the roster, who. @throws RangeError where it is shorter */
export const at = <T>(list: readonly T[], place: number): T => {
  const found = list.at(place);
  if (found === undefined) throw new RangeError(`nothing stands at place ${place}`);
  return found;
};
