import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberSearch } from './members.js';

/** Somebody with the name they were chosen under. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

interface PeopleFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly Named[];
  readonly onChange?: (people: readonly Named[]) => void;
  readonly without: ReadonlySet<string>;
}

/** Several people by name or staff number, in a form that needs their names afterwards. */
export function PeopleField({ label, id, value = [], onChange, without }: PeopleFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useMemberSearch(useDeferredValue(typed.trim()));
  const offered = (typed.trim() === '' ? [] : (found.data?.items ?? [])).filter((member) => !without.has(member.id) && !value.some((named) => named.id === member.id));
  const known: readonly Named[] = [...value, ...offered.map((member) => ({ id: member.id, name: t('person', { name: member.name, staffNo: member.staffNo }) }))];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      value={value.map((named) => named.id)}
      options={known.map((named) => ({ value: named.id, label: named.name }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={typed.trim() === '' ? t('searchMembers') : t('noMembers')}
      loading={found.isFetching}
      onChange={(ids: string[]) => {
        setTyped('');
        onChange?.(ids.flatMap((chosen) => known.find((named) => named.id === chosen) ?? []));
      }}
    />
  );
}
