import type { BarTone } from './bars.js';

/** A colour or the line of the threshold, and what it means. */
export interface LegendEntry {
  readonly tone: BarTone | 'threshold';
  readonly text: string;
}

/** What colours and lines of a chart mean; never the only place where a figure is valueText. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="chart-legend">
      {entries.map(({ tone, text }) => (
        <li key={tone}>
          <svg width="14" height="14" aria-hidden="true">
            {tone === 'threshold' ? (
              <line className="bar-threshold" x1="7" x2="7" y1="0" y2="14" />
            ) : (
              <rect className={`bar-${tone}`} width="14" height="14" rx="3" />
            )}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
