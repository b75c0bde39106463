import { useTranslation } from 'react-i18next';
import { StatusTag } from '../page/StatusTag.js';
import { useNameOf } from '../text/use-name-of.js';
import type { ClearingStepView, ReplyDeskView, Work } from './reply-desk-queries.js';

const TONES = { OWED: 'waiting', ASKED: 'waiting', DONE: 'good', REFUSED: 'bad' } as const;

interface ClearingStepsProps {
  readonly work: Work;
  readonly desk: ReplyDeskView;
}

/** What must be done before the reply goes out, one line each, with how far it is. */
export function ClearingSteps({ desk }: ClearingStepsProps) {
  const { t } = useTranslation('replying');
  return (
    <>
      <h3 className="text-head">{t('step.title')}</h3>
      <ol className="rows" aria-label={t('step.title')}>
        {desk.steps.map((step) => (
          <li key={`${step.step}.${step.unit?.id ?? ''}`} className="row-facts">
            <OneStep step={step} />
          </li>
        ))}
      </ol>
    </>
  );
}

function OneStep({ step: { step, unit, state, isDemanded } }: { readonly step: ClearingStepView }) {
  const { t } = useTranslation('replying');
  const nameOf = useNameOf();
  return (
    <>
      <strong>{t(`step.name.${step}`)}</strong>
      {unit && <span>{nameOf(unit)}</span>}
      <StatusTag tone={isDemanded ? TONES[state] : 'quiet'}>{t(`step.state.${step}.${state}`)}</StatusTag>
      {!isDemanded && <span className="quiet small">{t('step.optional')}</span>}
    </>
  );
}
