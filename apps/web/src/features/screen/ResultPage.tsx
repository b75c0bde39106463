import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { electionContextOf, statusOf } from '../../shared/ballot/election-outcome.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import type { ResultRow } from './result-rows.js';

interface ResultPageProps {
  readonly ballot: Pick<BallotView, 'primaryOf'>;
  readonly result: ResultView;
  readonly columns: readonly string[];
  readonly rows: readonly ResultRow[];
}

/** A page of the declared result with every figure, not only the winners'. */
export function ResultPage({ ballot, result, columns, rows }: ResultPageProps) {
  const { t } = useTranslation('screen');
  const textOr = useTextOr();
  const election = electionContextOf(ballot);
  const status = textOr(`ballots:result.status.${statusOf(result)}`, result.outcome.status, { ...election });
  const decides = rows.some(({ outcome }) => outcome !== null);
  if (rows.length === 0) return <h2>{status}</h2>;
  return (
    <table className="screen-result">
      <caption>{status}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="screen-number">
              {textOr(`screen:column.${column}`, column)}
            </th>
          ))}
          {decides && <th scope="col">{t('outcome')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, figures, outcome, isGood }) => (
          <tr key={label} className={isGood ? 'screen-good' : undefined}>
            <th scope="row">{label}</th>
            {figures.map((figure, at) => (
              <td key={columns[at]} className="screen-number">
                {figure ?? '—'}
              </td>
            ))}
            {decides && <td>{outcome === null ? '' : textOr(`ballots:result.${outcome}`, outcome, { ...election })}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
