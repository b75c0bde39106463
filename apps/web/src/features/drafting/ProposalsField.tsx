import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import { type NamedChoice, SearchSelect } from '../../shared/forms/SearchSelect.js';
import { useProposals } from '../../shared/proposal/queries.js';

/** Those that a congress may still decide. */
const FILED: ProposalState[] = ['FILED', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED'];
const SHOWN_MAX = 20;
const SUBJECT_MAX = 200; // As long as a matter on the paper may be.

interface ProposalsFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly NamedChoice[];
  readonly onChange?: (proposals: readonly NamedChoice[]) => void;
}

/** A proposal as it is found; of one that was chosen only the name is known. */
interface Choice extends NamedChoice {
  readonly subject?: string;
  readonly docketNo?: string | null;
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
  const proposals = (isSearching ? [] : (found.data?.items ?? [])).map((proposal) => ({
    ...proposal,
    name: proposal.subject.slice(0, SUBJECT_MAX),
  }));
  return (
    <SearchSelect<Choice>
      label={label}
      id={id}
      placeholder={t('proposals.placeholder')}
      search={{
        typed,
        onType: setTyped,
        found: proposals,
        isSearching,
        emptyText: isSearching ? common('loading') : t('proposals.none'),
      }}
      labelOf={({ name, subject = name, docketNo = null }) =>
        docketNo === null ? subject : t('proposals.docketed', { docketNo, subject })
      }
      value={value}
      onChange={(chosen) => onChange?.(chosen.map(({ id: proposalId, name }) => ({ id: proposalId, name })))}
    />
  );
}
