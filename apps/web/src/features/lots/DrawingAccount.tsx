import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView, Drawing, ResultView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { formatInstant } from '../../shared/text/formats.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { Recalculation } from './Recalculation.js';
import { checkDrawing } from './redraw.js';
import { officerIn } from './who.js';

interface DrawingAccountProps {
  readonly ballot: BallotView;
  readonly result: ResultView;
  readonly drawing: Drawing;
}

/** What went into one drawing and what came of it; the device of the reader checks the promises and draws again. */
export function DrawingAccount({ ballot, result, drawing }: DrawingAccountProps) {
  const { t, i18n } = useTranslation('lots');
  const { t: common } = useTranslation();
  const { no, tied, seats, begunAt, contributions, elected, drawnAt, voidedBecause, voidedAt } = drawing;
  const check = useMemo(() => checkDrawing(ballot.id, drawing), [ballot.id, drawing]);
  const at = (instant: string) => formatInstant(instant, i18n.language);
  const names = (ids: readonly string[]) => ids.map(labelsIn(result)).join(common('listSeparator'));
  return (
    <Section title={t('account.title', { no })} extra={<State drawing={drawing} />}>
      <p>{t('account.begun', { at: at(begunAt), tied: names(tied), seats })}</p>
      {contributions.length === 0 ? (
        <p className="quiet">{t('account.nobody')}</p>
      ) : (
        <ul className="rows">
          {contributions.map((each) => (
            <Contribution key={each.memberId} ballot={ballot} contribution={each} isBroken={check.broken.includes(each.memberId)} />
          ))}
        </ul>
      )}
      {voidedAt && (
        <Alert className="section" type="warning" showIcon title={t('account.voided', { at: at(voidedAt), reason: voidedBecause ?? '' })} />
      )}
      {elected && drawnAt && <p className="lots-drawn">{t('account.drawn', { at: at(drawnAt), names: names(elected) })}</p>}
      {check.isSame !== null && (
        <Alert
          className="section"
          type={check.isSame ? 'success' : 'error'}
          showIcon
          title={t(check.isSame ? 'account.same' : 'account.differs')}
        />
      )}
      {elected && <Recalculation ballotId={ballot.id} drawing={drawing} />}
    </Section>
  );
}

function State({ drawing: { elected, voidedAt } }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('lots');
  if (voidedAt) return <StatusTag tone="quiet">{t('state.voided')}</StatusTag>;
  return elected ? <StatusTag tone="good">{t('state.drawn')}</StatusTag> : <StatusTag tone="waiting">{t('state.underWay')}</StatusTag>;
}

interface ContributionProps {
  readonly ballot: BallotView;
  readonly contribution: Drawing['contributions'][number];
  readonly isBroken: boolean;
}

function Contribution({ ballot, contribution: { memberId, commitment, contribution }, isBroken }: ContributionProps) {
  const { t } = useTranslation('lots');
  const nameOf = useNameOf();
  return (
    <li className="lots-contribution">
      <div className="marks">
        <span className="row-title">{nameOf(officerIn(ballot, memberId))}</span>
        {contribution === null ? (
          <StatusTag tone="waiting">{t('account.committed')}</StatusTag>
        ) : (
          <StatusTag tone={isBroken ? 'bad' : 'good'}>{t(isBroken ? 'account.broken' : 'account.kept')}</StatusTag>
        )}
      </div>
      <dl className="lots-numbers small">
        <dt>{t('account.commitment')}</dt>
        <dd>{commitment}</dd>
        {contribution !== null && (
          <>
            <dt>{t('account.contribution')}</dt>
            <dd>{contribution}</dd>
          </>
        )}
      </dl>
    </li>
  );
}
