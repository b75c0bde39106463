import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { useResult } from '../../shared/ballot/result-queries.js';
import { hasSealed } from '../../shared/ballot/channels.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { CodePlate } from './CodePlate.js';
import { FigureList } from './FigureList.js';
import { Panels } from './Panels.js';
import { pagesOf } from './result-pages.js';
import { ResultPage } from './ResultPage.js';
import { rowsOf } from './result-rows.js';
import { useRuleLines } from './use-rule-lines.js';
import { useBallotFigures, useHeadOf } from './use-ballot-figures.js';

/** From the declaration on the result is everybody's; before it, it is not shown in the hall, whoever runs the screen. */
export const DECLARED: readonly BallotState[] = ['DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'];
const BEFORE_ROLL: readonly BallotState[] = ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION'];

/** A vote on the wall: its figures with the way to it, its rule, the head of its board; the whole result once it is declared. */
export function BallotOnScreen({ ballot }: { readonly ballot: BallotView }) {
  return DECLARED.includes(ballot.state) ? <Declared ballot={ballot} /> : <Running ballot={ballot} />;
}

function Declared({ ballot }: { readonly ballot: BallotView }) {
  const result = useResult(ballot.id, true);
  if (!result.data) return null;
  const { columns, rows } = rowsOf(result.data);
  return (
    <Panels
      panels={pagesOf(rows).map((page, at) => ({
        name: `result-${at + 1}`,
        content: <ResultPage ballot={ballot} result={result.data} columns={columns} rows={page} />,
      }))}
    />
  );
}

function Running({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('screen');
  const { id, state, channel } = ballot;
  const figures = useBallotFigures(ballot);
  const lines = useRuleLines(ballot);
  const head = useHeadOf(ballot);
  const words = hasSealed(channel) && (state === 'ROLL_FROZEN' ? t('code.receive') : state === 'OPEN' ? t('code.vote') : null);
  const ofRule = {
    name: 'rule',
    content: (
      <ul className="screen-rule">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ),
  };
  const ofFigures = {
    name: 'figures',
    content: (
      <div className="screen-split">
        <FigureList figures={figures} />
        {words && <CodePlate path={`/ballots/${id}/vote`} words={words} />}
      </div>
    ),
  };
  const ofHead = {
    name: 'head',
    content: (
      <div className="screen-head-hash">
        <h2>{t('head')}</h2>
        {head && <Fingerprint text={head.hash} isShort isLarge />}
      </div>
    ),
  };
  return (
    <Panels
      panels={[...(BEFORE_ROLL.includes(state) ? [] : [ofFigures]), ...(lines.length > 0 ? [ofRule] : []), ...(head ? [ofHead] : [])]}
    />
  );
}
