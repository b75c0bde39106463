import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import type { NamedMember } from '../../shared/congress/PeopleField.js';
import { useProposals } from '../../shared/proposal/queries.js';

/** Those that a congress may still decide. */
const FILED: ProposalState[] = ['FILED', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED'];
const SHOWN_MAX = 20;
const SUBJECT_MAX = 200; // As long as a matter on the paper may be.

interface ProposalsFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly NamedMember[];
  readonly onChange?: (proposals: readonly NamedMember[]) => void;
}

/** The proposals that a vote decides, picked from those that are filed: what comes of the vote stands with them. */
export function ProposalsField({ label, id, value = [], onChange }: ProposalsFieldProps) {
  const { t } = useTranslation('drafting');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const search = useDeferredValue(wanted);
  const found = useProposals({ scope: 'board', state: FILED, pageSize: SHOWN_MAX, ...(search === '' ? {} : { search }) });
  // Enter chooses the first of the list: none is offered before the answer to these very words.
  const isSearching = wanted !== search || found.isPlaceholderData;
  const offered = (isSearching ? [] : (found.data?.items ?? [])).filter((proposal) => !value.some((chosen) => chosen.id === proposal.id));
  const words = ({ subject, docketNo }: (typeof offered)[number]) =>
    docketNo === null ? subject : t('proposals.docketed', { docketNo, subject });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={t('proposals.placeholder')}
      labelInValue
      value={value.map((chosen) => ({ value: chosen.id, label: chosen.name }))}
      options={offered.map((proposal) => ({ value: proposal.id, label: words(proposal) }))}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={isSearching ? common('loading') : t('proposals.none')}
      loading={isSearching}
      onChange={(chosen: readonly { readonly value: string }[]) => {
        setTyped('');
        onChange?.(
          chosen.flatMap(
            (choice) =>
              value.find((each) => each.id === choice.value) ??
              offered
                .filter((each) => each.id === choice.value)
                .map(({ id: proposalId, subject }) => ({ id: proposalId, name: subject.slice(0, SUBJECT_MAX) })),
          ),
        );
      }}
    />
  );
}
