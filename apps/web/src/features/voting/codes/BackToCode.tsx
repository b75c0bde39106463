import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/plain/Button.js';
import type { DeviceRecordId } from '../../../shared/sealed/device-store.js';
import { Section } from '../../../shared/page/Section.js';
import { usePaperStep } from '../paper-step/use-paper-step.js';

const STAYS_S = 60; // Time to write a tracker down; the next person in the queue does not wait longer.

/** After a vote by a printed code the device is the next person's: it forgets paper and receipt by itself, unless it is told to wait. */
export function BackToCode({ recordId }: { readonly recordId: DeviceRecordId }) {
  const { t } = useTranslation('voting');
  const { isBusy, take } = usePaperStep(recordId);
  const [left, setLeft] = useState<number | null>(STAYS_S);
  const forget = () => void take(({ papers }) => papers.forget(recordId));
  useEffect(() => {
    if (left === null) return;
    if (left === 0) return forget();
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
    // What forgets is the same at every second.
  }, [left]);
  return (
    <Section title={t('code.next')}>
      <p>{left === null ? t('code.nextWaits') : t('code.nextIn', { seconds: left })}</p>
      <div className="stacked">
        <Button look="primary" isLarge isWide isBusy={isBusy} onClick={forget}>
          {t('code.nextNow')}
        </Button>
        {left !== null && (
          <Button isLarge isWide onClick={() => setLeft(null)}>
            {t('code.nextStop')}
          </Button>
        )}
      </div>
    </Section>
  );
}
