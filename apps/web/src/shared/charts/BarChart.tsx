import { useId } from 'react';
import { type Bar, drawn, percentOf, scaleOf } from './bars.js';
import { Legend, type LegendEntry } from './Legend.js';
import './charts.css';

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What a full line stands for, such as everybody on the roll. */
  readonly whole?: number;
  readonly legend?: readonly LegendEntry[];
  /** The chart in a sentence, where the same figures stand in a table beside it; without it the chart itself is read as a table. */
  readonly summary?: string;
}

/** Bars with their figures. Drawn as plain SVG: it prints, follows the colour scheme and any width, and costs no library. */
export function BarChart({ title, bars, whole, legend = [], summary }: BarChartProps) {
  const id = useId();
  const scale = scaleOf(bars, whole);
  const table = (
    <table className="bars" aria-labelledby={id}>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.label}</th>
            <td className="bar-figure">{bar.valueText}</td>
            <td className="bar-cell" aria-hidden="true">
              <BarLine bar={bar} scale={scale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <figure className="chart section">
      <figcaption id={id} className="text-head">
        {title}
      </figcaption>
      {summary === undefined ? (
        table
      ) : (
        <div role="img" aria-label={summary}>
          {table}
        </div>
      )}
      {legend.length > 0 && <Legend entries={legend} />}
    </figure>
  );
}

function BarLine({ bar: { parts, threshold }, scale }: { readonly bar: Bar; readonly scale: number }) {
  const at = threshold === undefined ? null : `${percentOf(threshold, scale)}%`;
  return (
    <svg className="bar" width="100%" height="26">
      <rect className="bar-ground" y="4" width="100%" height="18" />
      {drawn(parts, scale).map(({ tone, from, width }) => (
        <rect key={tone} className={`bar-${tone}`} x={`${from}%`} y="4" width={`${width}%`} height="18" />
      ))}
      {at !== null && <line className="bar-threshold-halo" x1={at} x2={at} y1="0" y2="26" />}
      {at !== null && <line className="bar-threshold" x1={at} x2={at} y1="0" y2="26" />}
    </svg>
  );
}
