import { useTranslation } from 'react-i18next';
import { codeOf, ProblemError } from '../api/problem.js';
import { presentable } from './formats.js';
import { useWordOr } from './use-word-or.js';

/** Words for whatever went wrong, by its stable code; a code without words of its own gets the general ones and the reference to quote. */
export function useProblemWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  const wordOr = useWordOr();
  return (error) => {
    const { details = {}, traceId = '' } = error instanceof ProblemError ? error.problem : {};
    const general = traceId === '' ? t('generalWithoutTrace') : t('general', { traceId });
    return wordOr(`errors:codes.${messageKeyOf(codeOf(error))}`, general, presentable(details, i18n.language));
  };
}

/** A code as a key of the message files, where a dot would open a level: `proposals.not-found` -> `proposals/not-found`. */
export const messageKeyOf = (code: string): string => code.replaceAll('.', '/');
