import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { useBallot } from '../../shared/ballot/ballot-queries.js';
import { useResult } from '../../shared/ballot/result-queries.js';
import { Facts } from '../../shared/page/Facts.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { DECLARED } from './BallotOnScreen.js';
import { ResultPage } from './ResultPage.js';
import { rowsOf } from './result-rows.js';
import { useBallotFigures, useHeadOf } from './use-ballot-figures.js';
import { useRuleLines } from './use-rule-lines.js';
import './screen-text.css';

const WATCH_MS = 5_000;

/** What the screen of the hall shows of a vote, as text and one table: the same figures at the same time. Changes are read out. */
export function BallotScreenTextPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('screen');
  const ballot = useBallot(id, () => WATCH_MS);
  return (
    <Page title={ballot.data?.title ?? t('text.title')} intro={t('text.title')} back={`/ballots/${id}`}>
      <QueryView query={ballot}>{(data) => <ScreenText ballot={data} />}</QueryView>
    </Page>
  );
}

function ScreenText({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('screen');
  const { t: ballots } = useTranslation('ballots');
  const figures = useBallotFigures(ballot).filter(({ value }) => value !== null);
  const lines = useRuleLines(ballot);
  const head = useHeadOf(ballot);
  const isDeclared = DECLARED.includes(ballot.state);
  const result = useResult(ballot.id, isDeclared);
  return (
    <div className="screen-text">
      <p>
        {ballots(`kind.${ballot.kind}`)}, {ballots(`channel.${ballot.channel}`)}
      </p>
      <div aria-live="polite">
        <p>
          <strong>{ballots(`state.${ballot.state}`)}</strong>
        </p>
        <Facts facts={figures} />
        {isDeclared && result.data && <Whole ballot={ballot} result={result.data} />}
      </div>
      {lines.length > 0 && (
        <>
          <h2>{t('text.rule')}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {head && (
        <>
          <h2>{t('head')}</h2>
          <Fingerprint text={head.hash} isShort />
        </>
      )}
    </div>
  );
}

/** Every row at once: a page of text has room. */
function Whole({ ballot, result }: { readonly ballot: BallotView; readonly result: ResultView }) {
  const { columns, rows } = rowsOf(result);
  return <ResultPage ballot={ballot} result={result} columns={columns} rows={rows} />;
}
