import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/plain/Button.js';
import { useConfirm } from '../../../shared/plain/use-confirm.js';
import type { DeviceRecordId } from '../../../shared/sealed/device-store.js';
import { usePaperStep } from '../paper-step/use-paper-step.js';

/** Leaves a device on which others vote as well, before anything was cast: the printed code brings the paper back, here or elsewhere. */
export function GiveBack({ recordId }: { readonly recordId: DeviceRecordId }) {
  const { t } = useTranslation('voting');
  const { take } = usePaperStep(recordId);
  const [ask, dialog] = useConfirm();
  const leave = async () => {
    if (await ask({ title: t('code.leave'), text: t('code.leaveText'), go: t('code.leave'), stay: t('code.stay') }))
      await take(({ papers }) => papers.forget(recordId));
  };
  return (
    <div className="give-back">
      <Button look="text" isWide onClick={() => void leave()}>
        {t('code.leave')}
      </Button>
      {dialog}
    </div>
  );
}
