import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { useBallot, useResult } from '../../shared/ballot-queries.js';
import { hasSealed } from '../../shared/channels.js';
import { QueryView } from '../../shared/QueryView.js';
import { Seal } from '../../shared/Seal.js';
import { LiveFigures } from './LiveFigures.js';
import { ResultOnScreen } from './ResultOnScreen.js';
import { RuleLine } from './RuleLine.js';
import './screen.css';

const WATCH_MS = 3_000;
/** From the declaration on the result is everybody's; before it, it is not shown in the hall, whoever runs the screen. */
const DECLARED: readonly BallotState[] = ['DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'];

/** The screen of the hall: what is voted on, the rule, the figures as they come, the head of the board; the whole result once it is declared. Nothing can be done here. */
export function ScreenPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('screen');
  const { t: common } = useTranslation();
  const ballot = useBallot(id, () => WATCH_MS);
  const title = ballot.data?.title;
  const brand = common('brand');
  useEffect(() => {
    document.title = title === undefined ? brand : `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <main className="screen">
      <header className="screen-head">
        <Seal size={44} />
        <h1>{title ?? t('title')}</h1>
      </header>
      <QueryView query={ballot}>{(data) => <Board ballot={data} />}</QueryView>
    </main>
  );
}

function Board({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('ballots');
  const isDeclared = DECLARED.includes(ballot.state);
  const result = useResult(ballot.id, isDeclared);
  return (
    <>
      <p className="screen-state">
        {t(`kind.${ballot.kind}`)} · {t(`channel.${ballot.channel}`)} · <strong>{t(`state.${ballot.state}`)}</strong>
      </p>
      <RuleLine ballot={ballot} />
      <LiveFigures ballot={ballot} showsHead={hasSealed(ballot.channel)} />
      {isDeclared && <QueryView query={result}>{(data) => <ResultOnScreen result={data} />}</QueryView>}
    </>
  );
}
