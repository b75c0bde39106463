import { useTranslation } from 'react-i18next';
import { useProblemText } from '../text/use-problem-text.js';
import { useTextOr } from '../text/use-text-or.js';
import { NoPaperError } from './paper-steps.js';
import { DeviceCheckError } from './sealing-client.js';

/** Words for what went wrong on the own device or at the service. A check that did not hold is told by its meaning and its name. */
export function useSealingStepText(): (problem: unknown) => string {
  const { t } = useTranslation('errors');
  const problemText = useProblemText();
  const textOr = useTextOr();
  return (problem) => {
    if (problem instanceof NoPaperError) return t('device.no-paper');
    if (problem instanceof DOMException) return t('device.storage');
    if (problem instanceof DeviceCheckError) return textOr(`errors:device.${problem.check}`, t('device.check', { check: problem.check }));
    return problemText(problem);
  };
}
