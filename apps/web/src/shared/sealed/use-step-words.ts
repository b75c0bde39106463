import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../use-problem-words.js';
import { useWordOr } from '../use-word-or.js';
import { NoPaperError } from './paper-steps.js';
import { DeviceCheckError } from './sealing-room.js';

/** Words for what went wrong on the own device or at the service. A check that did not hold is told by its meaning and its name. */
export function useStepWords(): (problem: unknown) => string {
  const { t } = useTranslation('errors');
  const words = useProblemWords();
  const wordOr = useWordOr();
  return (problem) => {
    if (problem instanceof NoPaperError) return t('device.no-paper');
    if (problem instanceof DOMException) return t('device.storage');
    if (problem instanceof DeviceCheckError) return wordOr(`errors:device.${problem.check}`, t('device.check', { check: problem.check }));
    return words(problem);
  };
}
