import { useTranslation } from 'react-i18next';
import type { ResultView } from '../../api/shapes.js';
import { statusOf } from '../../shared/election-outcome.js';
import { useWordOr } from '../../shared/use-word-or.js';
import { rowsOf } from './result-rows.js';

/** The declared result with every figure, not only the winners'. */
export function ResultOnScreen({ result }: { readonly result: ResultView }) {
  const { t } = useTranslation('screen');
  const wordOr = useWordOr();
  const { columns, rows } = rowsOf(result);
  const word = (name: string) => wordOr(`screen:column.${name}`, name);
  return (
    <section className="screen-result" aria-labelledby="result">
      <h2 id="result">{wordOr(`ballots:result.status.${statusOf(result)}`, result.outcome.status)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="screen-number">
                {word(column)}
              </th>
            ))}
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, figures, outcome, isGood }) => (
            <tr key={label} className={isGood ? 'screen-good' : undefined}>
              <th scope="row">{label}</th>
              {figures.map((figure, at) => (
                <td key={columns[at]} className="screen-number">
                  {figure}
                </td>
              ))}
              <td>{outcome === null ? '' : wordOr(`ballots:result.${outcome}`, outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
