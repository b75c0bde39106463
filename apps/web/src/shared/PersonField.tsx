import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberSearch } from './members.js';
import type { Named } from './PeopleField.js';

interface PersonFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: Named | null;
  readonly onChange?: (person: Named | null) => void;
}

/** One person by name or staff number, with the name they were chosen under. */
export function PersonField({ label, id, value = null, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useMemberSearch(useDeferredValue(typed.trim()));
  const offered = (typed.trim() === '' ? [] : (found.data?.items ?? [])).map((member) => ({ id: member.id, name: t('person', { name: member.name, staffNo: member.staffNo }) }));
  const known = value && !offered.some((named) => named.id === value.id) ? [value, ...offered] : offered;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      allowClear
      aria-label={label}
      placeholder={t('searchMembers')}
      value={value?.id ?? null}
      options={known.map((named) => ({ value: named.id, label: named.name }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={typed.trim() === '' ? t('searchMembers') : t('noMembers')}
      loading={found.isFetching}
      onChange={(chosen: string | null | undefined) => {
        setTyped('');
        onChange?.(known.find((named) => named.id === chosen) ?? null);
      }}
    />
  );
}
