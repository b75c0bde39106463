import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, ProblemError } from '../../api/problem.js';
import { hasAllRefusals, loadAllMessages, onMessagesAdded } from '../../i18n/i18n.js';
import { refusalKeysOf } from '../../i18n/message-files.js';
import { presentable } from './formats.js';
import { useTextOr } from './use-text-or.js';

/**
 * The text for whatever went wrong, by its stable code; a code without a text of its own gets the general one and the reference to quote.
 * Where only the texts that everybody needs are here, a code that is not among them has the others fetched, and is then shown by its own.
 */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  const { t: common } = useTranslation();
  const isComplete = useSyncExternalStore(onMessagesAdded, hasAllRefusals);
  const textOr = useTextOr();
  return (error) => {
    const { details = {}, traceId = '' } = error instanceof ProblemError ? error.problem : {};
    const general = traceId === '' ? t('generalWithoutTrace') : t('general', { traceId });
    const facts = presentable(details, i18n.language);
    const reasons = wordedReasons(details['reasons'], (reason) => textOr(`errors:passwordFaults.${reason}`, reason));
    const keys = refusalKeysOf(codeOf(error));
    // Lost on the way they are asked for again with the next refusal; until then the general text stands.
    if (!isComplete && !keys.some((key) => i18n.exists(key))) loadAllMessages().catch(() => undefined);
    return textOr(keys, general, reasons ? { ...facts, reasons: reasons.join(common('listSeparator')) } : facts);
  };
}

/** What a refusal lists, word by word; null when it lists nothing. */
const wordedReasons = (reasons: unknown, word: (reason: string) => string): readonly string[] | null =>
  Array.isArray(reasons) ? reasons.map(String).map(word) : null;
