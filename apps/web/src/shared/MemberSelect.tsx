import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
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

/** Finds members by name or staff number; several can be chosen. */
export function MemberSelect({ label, placeholder, value, onChange, without }: MemberSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useMemberSearch(useDeferredValue(typed.trim()));
  const offered = (typed.trim() === '' ? [] : (found.data?.items ?? [])).filter(({ id }) => !without.has(id) && !value.includes(id));
  const options = [
    ...value.map((id) => ({ value: id, label: names.get(id) ?? id })),
    ...offered.map(({ id, name, staffNo }) => ({ value: id, label: t('person', { name, staffNo }) })),
  ];
  return (
    <Select
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={placeholder}
      value={[...value]}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={typed.trim() === '' ? t('searchMembers') : t('noMembers')}
      loading={found.isFetching}
      onChange={(chosen: string[]) => {
        setNames(new Map(chosen.map((id) => [id, options.find((option) => option.value === id)?.label ?? id])));
        setTyped('');
        onChange(chosen);
      }}
    />
  );
}
