import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberSearch } from './members.js';

/** Somebody with the name they were chosen under. */
export interface NamedMember {
  readonly id: string;
  readonly name: string;
}

interface PeopleFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly NamedMember[];
  readonly onChange?: (people: readonly NamedMember[]) => void;
  readonly without: ReadonlySet<string>;
}

/** Several people by name or staff number, in a form that needs their names afterwards. */
export function PeopleField({ label, id, value = [], onChange, without }: PeopleFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { members, isSearching, emptyText: emptyWords } = useMemberSearch(typed);
  const offered = members.filter((member) => !without.has(member.id) && !value.some((named) => named.id === member.id));
  // Who is chosen is not offered again: Enter would take the first of the list, and choosing somebody chosen removes them.
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      labelInValue
      value={value.map((named) => ({ value: named.id, label: named.name }))}
      options={offered.map((member) => ({ value: member.id, label: t('person', { name: member.name, staffNo: member.staffNo }) }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={emptyWords}
      loading={isSearching}
      onChange={(chosen: readonly { readonly value: string; readonly label: string }[]) => {
        setTyped('');
        onChange?.(chosen.map((choice) => ({ id: choice.value, name: choice.label })));
      }}
    />
  );
}
