/** A moment of the attendance, as the service keeps it. */
export interface AttendanceMoment {
  readonly at: string;
  readonly present: number;
  readonly needed: number;
  readonly quorate: boolean;
}

/** How wide and high the drawing is; it is stretched to its place. */
export const DRAWING = { width: 1_000, height: 200 } as const;

const MINUTE_MS = 60_000;

/** The top of the drawing: whoever should be there, or was. */
export const scaleTopOf = (moments: readonly AttendanceMoment[], entitled: number): number =>
  Math.max(1, entitled, ...moments.flatMap(({ present, needed }) => [present, needed]));

/** A line that holds each figure until the next moment: nobody comes gradually. */
export function stepPath(
  moments: readonly AttendanceMoment[],
  figure: (moment: AttendanceMoment) => number,
  top: number,
  until: number,
): string {
  const [first] = moments;
  if (!first) return '';
  const from = Date.parse(first.at);
  const span = Math.max(1, until - from);
  const x = (at: number) => Math.round(((at - from) / span) * DRAWING.width);
  const y = (value: number) => Math.round((1 - value / top) * DRAWING.height);
  const steps = moments.slice(1).map((moment) => `H${x(Date.parse(moment.at))}V${y(figure(moment))}`);
  return `M0 ${y(figure(first))}${steps.join('')}H${DRAWING.width}`;
}

/** One moment a minute, the last of it, and every moment at which the quorum was reached or lost: what a table can show. */
export function tableRowsOf(moments: readonly AttendanceMoment[]): readonly AttendanceMoment[] {
  const minuteOf = ({ at }: AttendanceMoment) => Math.floor(Date.parse(at) / MINUTE_MS);
  return moments.filter((moment, nth) => {
    const [before, next] = [moments[nth - 1], moments[nth + 1]];
    return !next || minuteOf(next) !== minuteOf(moment) || (before !== undefined && before.quorate !== moment.quorate);
  });
}
