import { useTranslation } from 'react-i18next';
import type { RosterRow } from './roster-requests.js';
import { withEverySign } from './shown-characters.js';

/** What is said of a row: each column that is wrong and why, or the columns that change. */
export function useRowText(): (row: Pick<RosterRow, 'faults' | 'changed'>) => string {
  const { t } = useTranslation('roster');
  const { t: common } = useTranslation();
  return ({ faults, changed }) => {
    if (faults.length > 0)
      return faults
        .map(({ column, reason, character }) => {
          const facts = { column: t(`columns.${column}`), reason: t(`reasons.${reason}`) };
          return character === undefined ? t('fault', facts) : t('faultOf', { ...facts, character: withEverySign(character) });
        })
        .join(common('listSeparator'));
    return changed.length > 0
      ? t('changedIn', { columns: changed.map((column) => t(`columns.${column}`)).join(common('listSeparator')) })
      : '';
  };
}
