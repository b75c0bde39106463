import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberSearch } from './members.js';
import type { NamedChoice } from '../forms/SearchSelect.js';

interface PersonFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: NamedChoice | null;
  readonly onChange?: (person: NamedChoice | null) => void;
}

/** One person by name or staff number, with the name they were chosen under. */
export function PersonField({ label, id, value = null, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { members, isSearching, emptyText } = useMemberSearch(typed);
  const offered = members.map((member) => ({ id: member.id, name: t('person', { name: member.name, staffNo: member.staffNo }) }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      allowClear
      aria-label={label}
      placeholder={t('searchMembers')}
      labelInValue // So that the one chosen need not be offered: Enter would choose them again.
      value={value && { value: value.id, label: value.name }}
      options={offered.map((named) => ({ value: named.id, label: named.name }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={emptyText}
      loading={isSearching}
      onChange={(chosen: { readonly value: string; readonly label: string } | null | undefined) => {
        setTyped('');
        onChange?.(offered.find((named) => named.id === chosen?.value) ?? null);
      }}
    />
  );
}
