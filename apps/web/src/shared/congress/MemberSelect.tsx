import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberSearch } from './members.js';

interface MemberSelectProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: readonly string[];
  readonly onChange: (memberIds: readonly string[]) => void;
  /** Members who are not offered, e.g. because they are asked already. */
  readonly without: ReadonlySet<string>;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Finds members by name or staff number; several can be chosen. */
export function MemberSelect({ label, placeholder, value, onChange, without }: MemberSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { members, isSearching, emptyText: emptyWords } = useMemberSearch(typed);
  const offered = members.filter(({ id }) => !without.has(id) && !value.includes(id));
  // Who is chosen is not offered again: Enter would take the first of the list, and choosing somebody chosen removes them.
  const options = offered.map(({ id, name, staffNo }) => ({ value: id, label: t('person', { name, staffNo }) }));
  return (
    <Select
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={placeholder}
      value={value.map((id) => ({ value: id, label: names.get(id) ?? id }))}
      labelInValue
      options={options}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={emptyWords}
      loading={isSearching}
      onChange={(chosen: readonly Choice[]) => {
        setNames(new Map(chosen.map((choice) => [choice.value, choice.label])));
        setTyped('');
        onChange(chosen.map((choice) => choice.value));
      }}
    />
  );
}
