import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { useMemberSearch } from '../../shared/congress/members.js';
import { SearchSelect } from '../../shared/forms/SearchSelect.js';

/** Somebody who stands: a candidate of the ballot before under the same id, or a member. */
export interface StandingCandidate {
  readonly id: string;
  readonly label: string;
  readonly memberId?: string;
}

interface CandidateFieldProps {
  readonly label: string;
  readonly result: ResultView;
  readonly id?: string;
  readonly value?: readonly StandingCandidate[];
  readonly onChange?: (standing: readonly StandingCandidate[]) => void;
}

/**
 * Who stands in a supplementary ballot: those who were not elected are offered first, by their votes; others are found by name or number.
 */
export function CandidateField({ label, result, id, value = [], onChange }: CandidateFieldProps) {
  const { t } = useTranslation('seats');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const { members, isSearching, emptyText } = useMemberSearch(typed);
  const labelOf = labelsIn(result);
  const elected = new Set(result.seats?.elected.map((each) => each.id));
  const beaten: StandingCandidate[] = (result.outcome.ranking ?? [])
    .filter((ranked) => !elected.has(ranked.id))
    .map((ranked) => ({ id: ranked.id, label: labelOf(ranked.id) }));
  const seated = new Set((result.candidates ?? []).flatMap(({ memberId }) => memberId ?? []));
  const others: StandingCandidate[] = members
    .filter((member) => !seated.has(member.id))
    .map((member) => ({ id: member.id, label: member.name, memberId: member.id }));
  const found: readonly StandingCandidate[] = [...beaten.filter(({ label: name }) => name.includes(wanted)), ...others];
  return (
    <SearchSelect
      label={label}
      id={id}
      placeholder={t('decide.candidatesHint')}
      search={{ typed, onType: setTyped, found: found.map(named), isSearching, emptyText }}
      value={value.map(named)}
      onChange={(chosen) => onChange?.(chosen.map(({ name, ...candidate }) => ({ ...candidate, label: name })))}
    />
  );
}

const named = ({ label, ...candidate }: StandingCandidate) => ({ ...candidate, name: label });
