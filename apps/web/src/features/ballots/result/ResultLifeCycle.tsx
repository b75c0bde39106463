import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../../api/shapes.js';
import { formatDate } from '../../../shared/text/formats.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { Section } from '../../../shared/page/Section.js';

/** Outcomes that decided something; where a gate stopped the count nothing takes effect. */
const DECIDED = ['passed', 'partly-passed', 'not-passed', 'decided', 'next-round', 'lots', 'counted'];

/** What became of a declared result: its effect, the higher body's answer, its posting, or why it is annulled. */
export function ResultLifeCycle({ ballot, result }: { readonly ballot: BallotView; readonly result: ResultView }) {
  const { t, i18n } = useTranslation('ballots');
  const { t: objecting } = useTranslation('objections');
  const day = (date: string) => formatDate(date, i18n.language);
  const { approval, posting, objections, annulment, archivedAt } = result;
  const answer = approval?.answer;
  return (
    <Section title={t('lifeCycle.title')}>
      {annulment && (
        <Alert
          className="section"
          type="error"
          showIcon
          title={t('lifeCycle.annulled', { reason: annulment.reason })}
          description={t('lifeCycle.annulledHint')}
        />
      )}
      <ul className="result-life-cycle">
        {!annulment && !approval && <li>{t(DECIDED.includes(result.outcome.status) ? 'lifeCycle.effective' : 'lifeCycle.stopped')}</li>}
        {approval && !answer && !annulment && (
          <li>
            {t('lifeCycle.waiting', { dueOn: day(approval.dueOn) })} {approval.provisional && t('lifeCycle.provisional')}
          </li>
        )}
        {answer && (
          <li>
            {t(answer.approved ? 'lifeCycle.approved' : 'lifeCycle.rejected', {
              reference: answer.reference,
              documentOn: day(answer.documentOn),
              reason: answer.reason ?? '',
            })}
          </li>
        )}
        {posting && <li>{t('lifeCycle.posted', { untilOn: day(posting.untilOn) })}</li>}
        {posting && <li>{t('lifeCycle.objections', { ...objections })}</li>}
        {archivedAt && <li>{t('lifeCycle.archived')}</li>}
      </ul>
      {posting && (
        <div className="toolbar toolbar-foot">
          <LinkButton to={`/ballots/${ballot.id}/objections`}>
            {objecting(ballot.allowedActions.includes('object') ? 'enter.raise' : 'enter.look')}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}
