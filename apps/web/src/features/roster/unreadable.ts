import { useTranslation } from 'react-i18next';
import { codeOf, ProblemError } from '../../api/problem.js';
import { useTextOr } from '../../shared/text/use-text-or.js';

/** Why a file is no roster that can be read, and where in it. */
export interface Unreadable {
  readonly reason: string;
  readonly column: string;
  readonly place: 'cells' | 'row' | null;
  readonly cells: string;
  readonly row: number;
}

/** What a refusal tells of a file; null for another refusal. */
export function unreadableOf(error: unknown): Unreadable | null {
  if (!(error instanceof ProblemError) || codeOf(error) !== 'congress.roster-unreadable') return null;
  const { reason, cells, row } = error.problem.details ?? {};
  const [why = '', column = ''] = String(reason).split(':');
  return {
    reason: why,
    column,
    place: cells !== undefined ? 'cells' : row !== undefined ? 'row' : null,
    cells: String(cells ?? ''),
    row: Number(row ?? 0),
  };
}

/** Words for it, with the place where there is one. */
export function useUnreadableText(): (unreadable: Unreadable) => string {
  const { t } = useTranslation('roster');
  const textOr = useTextOr();
  return ({ reason, column, place, cells, row }) => {
    const why = textOr(`roster:unreadable.reasons.${reason}`, t('unreadable.otherwise'), {
      column: textOr(`roster:columns.${column}`, column),
    });
    return place === null ? why : t(`unreadable.${place}`, { why, cells, row });
  };
}
