import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueDate } from '../proposal/DueDate.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { CommitmentTag } from './CommitmentTag.js';
import type { CommitmentItem } from './commitment-queries.js';

interface CommitmentRowsProps {
  readonly items: readonly CommitmentItem[];
  readonly label: string;
  /** On the page of the proposal it goes without saying which. */
  readonly isOnProposal?: boolean;
}

/** Promises one below the other, each a link to what happened to it; reads well on a phone. */
export function CommitmentRows({ items, label, isOnProposal = false }: CommitmentRowsProps) {
  const { t, i18n } = useTranslation('ledger');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  return (
    <ul className="rows" aria-label={label}>
      {items.map((commitment) => {
        const { id, proposal, unit, promise, dueOn, firstDueOn, state, carried } = commitment;
        return (
          <li key={id}>
            <Link className="row-link" to={`/ledger/${id}`}>
              <div className="row-main">
                <div className="row-title ledger-promise">{promise}</div>
                <div className="row-facts quiet small">
                  <span>{t('owedBy', { unit: nameOf(unit) })}</span>
                  <DueDate date={dueOn} isMet={state === 'DONE' || state === 'EXPLAINED'} />
                  {carried > 0 && <span>{t('carriedFrom', { date: formatDate(firstDueOn, i18n.language), count: carried })}</span>}
                  {!isOnProposal && proposal.docketNo && <span>{words('docketNo', { no: proposal.docketNo })}</span>}
                  {!isOnProposal && <span>{proposal.subject}</span>}
                </div>
              </div>
              <CommitmentTag commitment={commitment} />
              <RightOutlined className="quiet" aria-hidden />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
