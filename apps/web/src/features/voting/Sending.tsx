import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotState } from '../../api/shapes.js';
import { castKept, discardSealed } from '../../shared/sealed/paper-steps.js';
import { useStepWords } from '../../shared/sealed/use-step-words.js';
import type { Place } from '../../shared/sealed/vault.js';
import { Section } from '../../shared/Section.js';
import { usePaperStep } from './use-paper-step.js';
import { useResending } from './use-resending.js';

interface SendingProps {
  readonly place: Place;
  readonly state: BallotState;
}

/** A sealed paper on its way: sent until the service acknowledges it, also after the page was loaded anew. */
export function Sending({ place, state }: SendingProps) {
  const { t } = useTranslation('voting');
  const words = useStepWords();
  const { problem, take } = usePaperStep(place);
  const [isForged, setForged] = useState(false);
  const send = () => take(async (desk) => setForged((await castKept(place, desk)).sealed !== null));
  const { failures, isRefused, now } = useResending(send, problem);
  if (isForged) return <Alert type="error" showIcon title={t('send.forged')} description={t('send.forgedHint')} />;
  if (isRefused) {
    return (
      <Section title={t('send.refusedTitle')}>
        <Alert className="section" type="error" showIcon title={words(problem)} description={t('send.refusedHint')} />
        {state === 'OPEN' && (
          <Button size="large" block onClick={() => void take((desk) => discardSealed(place, desk))}>
            {t('send.markAgain')}
          </Button>
        )}
      </Section>
    );
  }
  return (
    <Section title={t('send.title')}>
      <div className="sending" aria-live="polite">
        <Spin size="large" />
        <p>{failures === 0 ? t('send.now') : t('send.again', { count: failures })}</p>
      </div>
      {failures > 0 && <Alert className="section" type="warning" showIcon title={words(problem)} description={t('send.kept')} />}
      {failures > 0 && (
        <Button size="large" block onClick={now}>
          {t('send.retryNow')}
        </Button>
      )}
    </Section>
  );
}
