import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/plain/Button.js';
import { Notice } from '../../../shared/plain/Notice.js';
import { receivePaper } from '../../../shared/sealed/paper-steps.js';
import { useSealingStepText } from '../../../shared/sealed/use-sealing-step-text.js';
import { askToStay, type DeviceRecordId } from '../../../shared/sealed/device-store.js';
import { Section } from '../../../shared/page/Section.js';
import { usePaperStep } from '../paper-step/use-paper-step.js';

interface ReceivingProps {
  readonly recordId: DeviceRecordId;
  /** The paper of this device is void: the roll was frozen again. */
  readonly isAnew: boolean;
}

/** Receives the electronic paper (领票) and says what that means for this phone. */
export function Receiving({ recordId, isAnew }: ReceivingProps) {
  const { t } = useTranslation('voting');
  const sealingStepText = useSealingStepText();
  const { isBusy, problem, take } = usePaperStep(recordId);
  const receive = async () => {
    if (await take((device) => receivePaper(recordId, device, { anew: isAnew }))) await askToStay();
  };
  return (
    <Section title={t('receive.title')}>
      {isAnew && <Notice tone="warn" title={t('receive.anew')} />}
      <p>{t('receive.intro')}</p>
      <ul className="plain-points">
        <li>{t('receive.device')}</li>
        <li>{t('receive.once')}</li>
        <li>{t('receive.secret')}</li>
      </ul>
      {problem !== null && <Notice tone="bad" title={sealingStepText(problem)} />}
      <Button look="primary" isLarge isWide isBusy={isBusy} onClick={() => void receive()}>
        {t('receive.action')}
      </Button>
    </Section>
  );
}
