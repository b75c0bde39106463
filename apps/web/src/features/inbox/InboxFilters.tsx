import { NOTICE_KINDS, type NoticeKind } from '@plenum/contracts';
import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../shared/forms/SearchField.js';
import type { NoticeFilter } from './notices.js';

const ANY_KIND = '';

interface InboxFiltersProps {
  readonly filter: NoticeFilter;
  readonly onChange: (change: Partial<NoticeFilter>) => void;
}

/** What of the inbox is shown: read or not, of a kind, of a time, about something by its name. */
export function InboxFilters({ filter, onChange }: InboxFiltersProps) {
  const { t } = useTranslation('inbox');
  const { t: preferences } = useTranslation('preferences');
  const days = [
    ['from', filter.from],
    ['to', filter.to],
  ] as const;
  return (
    <div className="toolbar section" role="search" aria-label={t('filters.title')}>
      <Segmented
        value={filter.isUnreadOnly ? 'unread' : 'all'}
        onChange={(value) => onChange({ isUnreadOnly: value === 'unread' })}
        options={(['all', 'unread'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Select<NoticeKind | typeof ANY_KIND>
        aria-label={t('filters.kind')}
        value={filter.kind ?? ANY_KIND}
        popupMatchSelectWidth={false}
        options={[
          { value: ANY_KIND, label: t('filters.anyKind') },
          ...NOTICE_KINDS.map((value) => ({ value, label: preferences(`kinds.${value}`) })),
        ]}
        onChange={(kind) => onChange({ kind: kind === ANY_KIND ? undefined : kind })}
      />
      {days.map(([name, value]) => (
        <label key={name} className="inbox-day">
          <span>{t(`filters.${name}`)}</span>
          <Input
            type="date"
            value={value ?? ''}
            onChange={({ target }) => onChange({ [name]: target.value === '' ? undefined : target.value })}
          />
        </label>
      ))}
      <SearchField
        label={t('filters.search')}
        defaultValue={filter.search}
        onSearch={(text) => onChange({ search: text.trim() === '' ? undefined : text.trim() })}
      />
    </div>
  );
}
