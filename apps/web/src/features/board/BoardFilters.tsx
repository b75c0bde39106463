import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import { useSessions, useUnits } from '../../shared/congress/members.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { type BoardFilter, SORTS, WORDS } from './use-board-filter.js';

/** The states that reach the committee. */
const STATES: readonly ProposalState[] = [
  'SUBMITTED',
  'RETURNED',
  'PRESIDIUM',
  'FILED',
  'SUGGESTION',
  'NOT_FILED',
  'ASSIGNED',
  'IN_PROGRESS',
  'REPLIED',
  'RATED',
  'CLOSED',
  'WITHDRAWN',
];

/** Session, state and words to look for. */
export function BoardFilters({ board }: { readonly board: BoardFilter }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const sessions = useSessions();
  const {
    sessionId = '',
    state,
    word = '',
    search,
    category,
    unitId = '',
    sort = 'overdue',
    overdue = false,
    key = false,
    ownCases = false,
  } = board.filter;
  const { t: supervision } = useTranslation('supervision');
  const units = useUnits();
  return (
    <div className="toolbar board-filters" role="search">
      <SearchField label={t('search')} defaultValue={search ?? ''} onSearch={(typed) => board.change({ search: typed.trim() })} />
      <Select
        aria-label={t('session')}
        value={sessionId}
        onChange={(session) => board.change({ session })}
        options={[{ value: '', label: t('allSessions') }, ...(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Select
        aria-label={t('state')}
        value={state?.[0] ?? ''}
        onChange={(chosen: string) => board.change({ state: chosen })}
        options={[{ value: '', label: t('allStates') }, ...STATES.map((value) => ({ value, label: words(`state.${value}`) }))]}
      />
      <Select
        aria-label={t('word')}
        value={word}
        onChange={(chosen: string) => board.change({ word: chosen })}
        options={[{ value: '', label: t('allWords') }, ...WORDS.map((value) => ({ value, label: words(`word.${value}`) }))]}
      />
      <Select
        aria-label={t('unit')}
        value={unitId}
        onChange={(unit: string) => board.change({ unit })}
        showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: t('allUnits') }, ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SearchField label={t('category')} defaultValue={category ?? ''} onSearch={(typed) => board.change({ category: typed.trim() })} />
      <Select
        aria-label={t('sort.label')}
        value={sort}
        onChange={(chosen: string) => board.change({ sort: chosen })}
        options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
      <Checkbox checked={overdue} onChange={({ target }) => board.change({ overdue: target.checked ? 'true' : '' })}>
        {t('onlyOverdue')}
      </Checkbox>
      <Checkbox checked={key} onChange={({ target }) => board.change({ key: target.checked ? 'true' : '' })}>
        {supervision('key.only')}
      </Checkbox>
      <Checkbox checked={ownCases} onChange={({ target }) => board.change({ cases: target.checked ? 'own' : '' })}>
        {supervision('owner.own')}
      </Checkbox>
    </div>
  );
}
