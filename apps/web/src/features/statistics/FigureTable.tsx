import { type BarPart, drawn } from '../../shared/charts/bars.js';
import { Legend, type LegendEntry } from '../../shared/charts/Legend.js';
import '../../shared/charts/charts.css';

/** A line of the table: whose figures, its bar, and what stands under the columns. */
export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly parts: readonly BarPart[];
  readonly cells: readonly (number | string)[];
}

interface FigureTableProps {
  readonly caption: string;
  /** The first names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** What a full bar stands for; left out, the longest. */
  readonly whole?: number;
  readonly legend?: readonly LegendEntry[];
}

/** Figures in a table, each row with its bar under its name: who does not see the bars reads the same. */
export function FigureTable({ caption, columns, rows, whole = 1, legend = [] }: FigureTableProps) {
  const scale = Math.max(whole, ...rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  return (
    <figure className="chart section">
      <table className="figure-table">
        <caption className="text-head">{caption}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, parts, cells }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <RowBar parts={parts} scale={scale} />
              </th>
              {cells.map((cell, nth) => (
                <td key={columns[nth + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {legend.length > 0 && <Legend entries={legend} />}
    </figure>
  );
}

function RowBar({ parts, scale }: { readonly parts: readonly BarPart[]; readonly scale: number }) {
  return (
    <svg className="bar" width="100%" height="12" aria-hidden="true">
      <rect className="bar-ground" width="100%" height="12" />
      {drawn(parts, scale).map(({ tone, from, width }) => (
        <rect key={tone} className={`bar-${tone}`} x={`${from}%`} width={`${width}%`} height="12" />
      ))}
    </svg>
  );
}
