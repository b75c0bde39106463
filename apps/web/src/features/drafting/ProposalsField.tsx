import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import type { Named } from '../../shared/PeopleField.js';
import { useProposals } from '../../shared/proposal/queries.js';

/** Those that a congress may still decide. */
const FILED: ProposalState[] = ['FILED', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED'];
const SHOWN_MAX = 20;
const SUBJECT_MAX = 200; // As long as a matter on the paper may be.

interface ProposalsFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly Named[];
  readonly onChange?: (proposals: readonly Named[]) => void;
}

/** The proposals that a vote decides, picked from those that are filed: what comes of the vote stands with them. */
export function ProposalsField({ label, id, value = [], onChange }: ProposalsFieldProps) {
  const { t } = useTranslation('drafting');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useProposals({ scope: 'board', state: FILED, pageSize: SHOWN_MAX, ...(search === '' ? {} : { search }) });
  const offered = (found.data?.items ?? []).filter((proposal) => !value.some((chosen) => chosen.id === proposal.id));
  const words = ({ subject, docketNo }: (typeof offered)[number]) => (docketNo === null ? subject : t('proposals.docketed', { docketNo, subject }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={t('proposals.placeholder')}
      value={value.map((chosen) => chosen.id)}
      options={[...value.map((chosen) => ({ value: chosen.id, label: chosen.name })), ...offered.map((proposal) => ({ value: proposal.id, label: words(proposal) }))]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={t('proposals.none')}
      loading={found.isFetching}
      onChange={(ids: string[]) => {
        setTyped('');
        onChange?.(ids.flatMap((chosen) => value.find((each) => each.id === chosen) ?? offered.filter((each) => each.id === chosen).map(({ id: proposalId, subject }) => ({ id: proposalId, name: subject.slice(0, SUBJECT_MAX) }))));
      }}
    />
  );
}
