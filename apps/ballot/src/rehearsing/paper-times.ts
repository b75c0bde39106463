/** What papers took, kept as how many took how long: as much memory for a large hall as for a small one. */
export class PaperTimes {
  private readonly times = new Map<number, number>();
  private papers = 0;

  /** Papers that were acknowledged. */
  get count(): number {
    return this.papers;
  }

  add(ms: number): void {
    const whole = Math.round(ms);
    this.times.set(whole, (this.times.get(whole) ?? 0) + 1);
    this.papers += 1;
  }

  /** The time that half of the papers took at most, and the longest; null where there was none. */
  summary(): { readonly median: number; readonly longest: number } | null {
    const sorted = [...this.times].sort(([one], [other]) => one - other);
    const longest = sorted.at(-1)?.[0];
    if (longest === undefined) return null;
    let before = 0;
    const median = sorted.find(([, times]) => (before += times) * 2 >= this.papers)?.[0] ?? longest;
    return { median, longest };
  }
}
