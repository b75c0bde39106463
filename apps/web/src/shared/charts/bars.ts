/** What a part of a bar stands for; its colour follows. */
export type BarTone = 'yes' | 'no' | 'abstain' | 'good' | 'rest' | 'main' | 'late';

/** A piece of a bar. */
export interface BarPart {
  readonly tone: BarTone;
  readonly value: number;
}

/** One line of a chart: its name, its pieces one after the other, and the figure that stands beside it. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly BarPart[];
  readonly valueText: string;
  /** Where the threshold of this line lies, on the scale of the chart. */
  readonly threshold?: number;
}

/** A piece as it is drawn: from where and how wide, in per cent of the scale. */
export interface DrawnPart {
  readonly tone: BarTone;
  readonly from: number;
  readonly width: number;
}

/** The end of the scale: nothing sticks out, and there always is one. */
export function scaleOf(bars: readonly Bar[], whole = 0): number {
  return Math.max(1, whole, ...bars.flatMap(({ parts, threshold }) => [parts.reduce((sum, { value }) => sum + value, 0), threshold ?? 0]));
}

/** A value on the scale, in per cent. */
export const percentOf = (value: number, scale: number): number => Math.round((value / scale) * 10_000) / 100;

/** The pieces of a bar, one after the other; what is nothing is not drawn. */
export function drawn(parts: readonly BarPart[], scale: number): readonly DrawnPart[] {
  let before = 0;
  return parts.flatMap(({ tone, value }) => {
    if (value === 0) return [];
    const from = percentOf(before, scale);
    before += value;
    return [{ tone, from, width: percentOf(before, scale) - from }];
  });
}
