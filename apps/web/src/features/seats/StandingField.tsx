import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/candidate-labels.js';
import { useMemberSearch } from '../../shared/members.js';

/** Somebody who stands: a candidate of the ballot before under the same id, or a member. */
export interface Standing {
  readonly id: string;
  readonly label: string;
  readonly memberId?: string;
}

interface StandingFieldProps {
  readonly label: string;
  readonly result: ResultView;
  readonly id?: string;
  readonly value?: readonly Standing[];
  readonly onChange?: (standing: readonly Standing[]) => void;
}

/** Who stands in a supplementary ballot: those who were not elected are offered first, by their votes; others are found by name or number. */
export function StandingField({ label, result, id, value = [], onChange }: StandingFieldProps) {
  const { t } = useTranslation('seats');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const found = useMemberSearch(useDeferredValue(wanted));
  const labelOf = labelsIn(result);
  const elected = new Set(result.seats?.elected.map((each) => each.id));
  const beaten: Standing[] = (result.outcome.ranking ?? []).filter((ranked) => !elected.has(ranked.id)).map((ranked) => ({ id: ranked.id, label: labelOf(ranked.id) }));
  const seated = new Set((result.candidates ?? []).flatMap(({ memberId }) => memberId ?? []));
  const members: Standing[] = (wanted === '' ? [] : (found.data?.items ?? [])).filter((member) => !seated.has(member.id)).map((member) => ({ id: member.id, label: member.name, memberId: member.id }));
  const known = [...value, ...[...beaten.filter((each) => each.label.includes(wanted)), ...members].filter((each) => !value.some((chosen) => chosen.id === each.id))];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={t('decide.candidatesHint')}
      value={value.map((each) => each.id)}
      options={known.map((each) => ({ value: each.id, label: each.label }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={common('noMembers')}
      loading={found.isFetching}
      onChange={(ids: string[]) => {
        setTyped('');
        onChange?.(ids.flatMap((chosen) => known.find((each) => each.id === chosen) ?? []));
      }}
    />
  );
}
