const SERIALS_MAX = 10_000; // More slips than any hall has: a slip of the pen in a range would name them.
const PART = /^(\d{1,5})(?:[-~\u2013\u2014\uff0d\uff5e](\d{1,5}))?$/u;

/** Serial numbers as people note them, "1-20, 35 40": each once, in order. Null for what is none. */
export function serialsOf(text: string): readonly number[] | null {
  const found = new Set<number>();
  for (const part of text
    .normalize('NFKC')
    .split(/[\s,;\u3001\uff0c\uff1b]+/u)
    .filter((each) => each !== '')) {
    const [, first, last = first] = PART.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from || to - from >= SERIALS_MAX) return null;
    for (let serial = from; serial <= to; serial += 1) found.add(serial);
  }
  return [...found].sort((one, other) => one - other);
}

/** Serial numbers as people read them: what follows one another as a range. */
export function rangesOf(serials: readonly number[]): readonly string[] {
  const ranges: { from: number; to: number }[] = [];
  for (const serial of [...serials].sort((one, other) => one - other)) {
    const last = ranges[ranges.length - 1];
    if (last && serial === last.to + 1) last.to = serial;
    else ranges.push({ from: serial, to: serial });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}\u2013${to}`));
}
