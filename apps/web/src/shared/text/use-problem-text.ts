import { useTranslation } from 'react-i18next';
import { codeOf, ProblemError } from '../../api/problem.js';
import { presentable } from './formats.js';
import { useTextOr } from './use-text-or.js';

/** Words for whatever went wrong, by its stable code; a code without words of its own gets the general ones and the reference to quote. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  const { t: common } = useTranslation();
  const textOr = useTextOr();
  return (error) => {
    const { details = {}, traceId = '' } = error instanceof ProblemError ? error.problem : {};
    const general = traceId === '' ? t('generalWithoutTrace') : t('general', { traceId });
    const facts = presentable(details, i18n.language);
    const reasons = wordedReasons(details['reasons'], (reason) => textOr(`errors:passwordFaults.${reason}`, reason));
    return textOr(
      `errors:codes.${messageKeyOf(codeOf(error))}`,
      general,
      reasons ? { ...facts, reasons: reasons.join(common('listSeparator')) } : facts,
    );
  };
}

/** A code as a key of the message files, where a dot would open a level: `proposals.not-found` -> `proposals/not-found`. */
export const messageKeyOf = (code: string): string => code.replaceAll('.', '/');

/** What a refusal lists, word by word; null when it lists nothing. */
const wordedReasons = (reasons: unknown, word: (reason: string) => string): readonly string[] | null =>
  Array.isArray(reasons) ? reasons.map(String).map(word) : null;
