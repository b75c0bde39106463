import { useState } from 'react';
import { SearchSelect } from '../forms/SearchSelect.js';
import { usePeopleSearch } from './members.js';

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
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const search = usePeopleSearch(without);
  return (
    <SearchSelect
      label={label}
      placeholder={placeholder}
      search={search}
      value={value.map((id) => ({ id, name: names.get(id) ?? id }))}
      onChange={(chosen) => {
        setNames(new Map(chosen.map(({ id, name }) => [id, name])));
        onChange(chosen.map(({ id }) => id));
      }}
    />
  );
}
