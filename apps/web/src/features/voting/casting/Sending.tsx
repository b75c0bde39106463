import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotState } from '../../../api/shapes.js';
import { Button } from '../../../shared/plain/Button.js';
import { Notice } from '../../../shared/plain/Notice.js';
import { castKeptPaper, discardSealed } from '../../../shared/sealed/paper-steps.js';
import { useSealingStepText } from '../../../shared/sealed/use-sealing-step-text.js';
import type { DeviceRecordId } from '../../../shared/sealed/device-store.js';
import { Section } from '../../../shared/page/Section.js';
import { usePaperStep } from '../paper-step/use-paper-step.js';
import { useResending } from './use-resending.js';

interface SendingProps {
  readonly recordId: DeviceRecordId;
  readonly state: BallotState;
}

/** A sealed paper on its way: sent until the service acknowledges it, also after the page was loaded anew. */
export function Sending({ recordId, state }: SendingProps) {
  const { t } = useTranslation('voting');
  const sealingStepText = useSealingStepText();
  const { problem, take } = usePaperStep(recordId);
  const [isForged, setForged] = useState(false);
  const send = () => take(async (device) => setForged((await castKeptPaper(recordId, device)).sealed !== null));
  const { failures, isRefused, now } = useResending(send, problem);
  if (isForged) return <Notice tone="bad" title={t('send.forged')} text={t('send.forgedHint')} />;
  if (isRefused) {
    return (
      <Section title={t('send.refusedTitle')}>
        <Notice tone="bad" title={sealingStepText(problem)} text={t('send.refusedHint')} />
        {state === 'OPEN' && (
          <Button isLarge isWide onClick={() => void take((device) => discardSealed(recordId, device))}>
            {t('send.markAgain')}
          </Button>
        )}
      </Section>
    );
  }
  return (
    <Section title={t('send.title')}>
      <div className="sending" aria-live="polite">
        <span className="spinner spinner-large" aria-hidden="true" />
        <p>{failures === 0 ? t('send.now') : t('send.again', { count: failures })}</p>
      </div>
      {failures > 0 && <Notice tone="warn" title={sealingStepText(problem)} text={t('send.kept')} />}
      {failures > 0 && (
        <Button isLarge isWide onClick={now}>
          {t('send.retryNow')}
        </Button>
      )}
    </Section>
  );
}
