import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/plain/Button.js';
import { Notice } from '../../../shared/plain/Notice.js';
import type { Receipt } from '../../../shared/sealed/receipt.js';
import { DEVICE, fetchArchive } from '../../../shared/sealed/paper-queries.js';
import type { Finding } from '../../../shared/sealed/sealing-tasks.js';
import { useSealingStepText } from '../../../shared/sealed/use-sealing-step-text.js';

interface FindOnBoardProps {
  readonly ballotId: string;
  readonly receipt: Receipt;
}

/** Fetches the public board and looks for the own paper on it, on this device: the answer of the service alone would prove nothing. */
export function FindOnBoard({ ballotId, receipt }: FindOnBoardProps) {
  const { t } = useTranslation('voting');
  const sealingStepText = useSealingStepText();
  const [isBusy, setBusy] = useState(false);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const look = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setFinding(await DEVICE.runTask('find-paper', { archive: await fetchArchive(ballotId), receipt }));
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stacked" aria-live="polite">
      <Button isWide isBusy={isBusy} onClick={() => void look()}>
        {t('find.action')}
      </Button>
      {problem !== null && <Notice tone="bad" title={sealingStepText(problem)} />}
      {finding && <Found finding={finding} />}
    </div>
  );
}

function Found({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('voting');
  if (!finding.ok) return <Notice tone="bad" title={t('find.broken', { check: finding.check })} text={t('find.tell')} />;
  if (finding.position === null || !finding.isContinued) return <Notice tone="bad" title={t('find.missing')} text={t('find.tell')} />;
  return <Notice tone="good" title={t('find.found', { position: finding.position, papers: finding.papers })} text={t('find.chain')} />;
}
