import { Alert, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';

/** What each meeting found, for the offices that may read it: who sat, what they thought, and who of them had signed it themselves. */
export function ReviewStepFacts({ proposal }: { readonly proposal: ProposalView }) {
  const { t, i18n } = useTranslation('review');
  const { t: words } = useTranslation('proposals');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const named = (people: ProposalView['reviewSteps'][number]['present']) => people.map(nameOf).join(common('listSeparator'));
  return (
    <>
      {proposal.isMotion && <Alert className="section" type="info" showIcon title={words('review.motionPending')} />}
      {proposal.reviewSteps.length > 0 && (
        <section className="section" aria-label={t('steps')}>
          <h2 className="text-head">{t('steps')}</h2>
          <Timeline
            items={proposal.reviewSteps.map(({ body, metOn, present, concerned, opinion, outcome, decides, reason, at }) => ({
              key: at,
              content: (
                <>
                  <strong>{words(`review.body.${body}`)}</strong> <span className="quiet">{formatDate(metOn, i18n.language)}</span>
                  <div>{t(decides ? 'decided' : 'proposed', { outcome: words(`review.outcome.${outcome}`) })}</div>
                  {opinion && <div className="prose">{opinion}</div>}
                  {reason && <div className="prose">{t('because', { reason })}</div>}
                  {present.length > 0 && <div className="quiet small">{t('present', { people: named(present) })}</div>}
                  {concerned.length > 0 && <div className="quiet small">{t('concerned', { people: named(concerned) })}</div>}
                </>
              ),
            }))}
          />
        </section>
      )}
    </>
  );
}
