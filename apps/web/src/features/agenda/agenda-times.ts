const MINUTE_MS = 60_000;

/** When each item begins, as the plan has it: one after the other from the opening, in the instants of ISO 8601. */
export function plannedStarts(opensAt: string, items: readonly { readonly minutes: number }[]): readonly string[] {
  let at = Date.parse(opensAt);
  return items.map(({ minutes }) => {
    const start = new Date(at).toISOString();
    at += minutes * MINUTE_MS;
    return start;
  });
}

/** The same list with one entry moved by one place; as it was where there is no place. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const [one, other] = [list[from], list[from + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((entry, nth) => (nth === from ? other : nth === from + by ? one : entry));
}
