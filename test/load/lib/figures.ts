/** What a benchmark measured, over its rounds. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** Against the thing it is compared with, in the same run: the median of the rounds' ratios. */
  readonly ratio?: number;
}

/** Samples of one figure, one a round; `against` holds those of what it is compared with, round by round. */
export interface Samples {
  readonly name: string;
  readonly unit: string;
  readonly samples: readonly number[];
  readonly against?: readonly number[];
}

/** The figure that samples amount to. @throws RangeError when there are none */
export function figureOf({ name, unit, samples, against }: Samples): Figure {
  const figure = { name, median: median(samples), min: Math.min(...samples), max: Math.max(...samples), unit };
  return against ? { ...figure, ratio: median(samples.map((sample, round) => sample / (against[round] ?? Number.NaN))) } : figure;
}

/** The middle of the values. @throws RangeError when there are none */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured');
  return (low + high) / 2;
}

/** Prints figures: a table for people, or with `--json` one line each for programs. */
export function printFigures(figures: readonly Figure[], argv: readonly string[] = process.argv.slice(2)): void {
  const out = (line: string): void => void process.stdout.write(`${line}\n`);
  if (argv.includes('--json')) {
    figures.forEach((figure) => out(JSON.stringify(figure)));
    return;
  }
  const rows = [
    ['figure', 'median', 'min', 'max', 'unit', 'ratio'],
    ...figures.map(({ name, median: middle, min, max, unit, ratio }) => [
      name,
      short(middle),
      short(min),
      short(max),
      unit,
      ratio === undefined ? '' : ratio.toFixed(2),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  rows.forEach((row) =>
    out(
      row
        .map((cell, column) => (column === 0 || column === 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    ),
  );
}

/** Progress goes to standard error: standard output is for figures. */
export const note = (what: string): void => void process.stderr.write(`${what}\n`);

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
