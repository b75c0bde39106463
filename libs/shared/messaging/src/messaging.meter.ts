/** What messaging counts, for the metrics page and for tests. */
export const COUNTED = [
  'appended',
  'relayed',
  'requeued',
  'confirmed',
  'handled',
  'repeated',
  'refused',
  'forged',
  'faulted',
  'put-aside',
] as const;
export type Counted = (typeof COUNTED)[number];

/** Counts since the process started. */
export class MessagingMeter {
  readonly counts: Record<Counted, number> = Object.fromEntries(COUNTED.map((what) => [what, 0])) as Record<Counted, number>;

  count(what: Counted, by = 1): void {
    this.counts[what] += by;
  }
}
