import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberSearch } from '../../shared/congress/members.js';
import type { Entry } from './draft/drafting.js';

interface CandidatesFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly Entry[];
  readonly onChange?: (entries: readonly Entry[]) => void;
}

/** Candidates in the order of the paper: members found by name or number, or a name alone. */
export function CandidatesField({ label, id, value = [], onChange }: CandidatesFieldProps) {
  const { t } = useTranslation('organising');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const { members, isSearching, emptyText } = useMemberSearch(typed);
  const offered = members.filter((member) => !value.some(({ memberId }) => memberId === member.id));
  const add = (entry: Entry) => onChange?.([...value, entry]);
  return (
    <div className="candidates-field">
      <Select
        {...(id === undefined ? {} : { id })}
        className="fill"
        aria-label={label}
        placeholder={t('new.candidatesSearch')}
        value={null}
        options={offered.map((member) => ({ value: member.id, label: common('person', { name: member.name, staffNo: member.staffNo }) }))}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        notFoundContent={emptyText}
        loading={isSearching}
        onChange={(memberId: string | null) => {
          const member = offered.find((each) => each.id === memberId);
          if (member) add({ label: member.name, memberId: member.id });
          setTyped('');
        }}
      />
      <div className="candidates-add">
        <Input
          aria-label={t('new.candidateName')}
          placeholder={t('new.candidateName')}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          disabled={name.trim() === ''}
          onClick={() => {
            add({ label: name.trim(), memberId: null });
            setName('');
          }}
        >
          {t('new.candidateAdd')}
        </Button>
      </div>
      <ol className="entries">
        {value.map((entry, at) => (
          <li key={`${entry.label}-${at}`}>
            {entry.label}{' '}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('new.candidateRemove', { name: entry.label })}
              onClick={() => onChange?.(value.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
