import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { useMemberSearch } from '../../shared/congress/members.js';

/** Somebody who stands: a candidate of the ballot before under the same id, or a member. */
export interface StandingCandidate {
  readonly id: string;
  readonly label: string;
  readonly memberId?: string;
}

interface StandingFieldProps {
  readonly label: string;
  readonly result: ResultView;
  readonly id?: string;
  readonly value?: readonly StandingCandidate[];
  readonly onChange?: (standing: readonly StandingCandidate[]) => void;
}

/**
 * Who stands in a supplementary ballot: those who were not elected are offered first, by their votes; others are found by name or number.
 */
export function CandidateField({ label, result, id, value = [], onChange }: StandingFieldProps) {
  const { t } = useTranslation('seats');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const { members, isSearching, emptyText: emptyWords } = useMemberSearch(typed);
  const labelOf = labelsIn(result);
  const elected = new Set(result.seats?.elected.map((each) => each.id));
  const beaten: StandingCandidate[] = (result.outcome.ranking ?? [])
    .filter((ranked) => !elected.has(ranked.id))
    .map((ranked) => ({ id: ranked.id, label: labelOf(ranked.id) }));
  const seated = new Set((result.candidates ?? []).flatMap(({ memberId }) => memberId ?? []));
  const others: StandingCandidate[] = members
    .filter((member) => !seated.has(member.id))
    .map((member) => ({ id: member.id, label: member.name, memberId: member.id }));
  // Who is chosen is not offered again: Enter would take the first of the list, and choosing somebody chosen removes them.
  const offered = [...beaten.filter((each) => each.label.includes(wanted)), ...others].filter(
    (each) => !value.some((chosen) => chosen.id === each.id),
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={t('decide.candidatesHint')}
      labelInValue
      value={value.map((each) => ({ value: each.id, label: each.label }))}
      options={offered.map((each) => ({ value: each.id, label: each.label }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={emptyWords}
      loading={isSearching}
      onChange={(chosen: readonly { readonly value: string }[]) => {
        setTyped('');
        onChange?.(chosen.flatMap((choice) => [...value, ...offered].find((each) => each.id === choice.value) ?? []));
      }}
    />
  );
}
