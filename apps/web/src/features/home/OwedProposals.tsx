import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwedProposal } from '../../api/shapes.js';
import { formatDeadline } from '../../shared/formats.js';
import { useNameOf } from '../../shared/use-name-of.js';

interface OwedProposalsProps {
  readonly items: readonly OwedProposal[];
  readonly label: string;
  readonly linkOf: (item: OwedProposal) => string;
}

/** Proposals that wait for the reader, one below the other, each with until when. */
export function OwedProposals({ items, label, linkOf }: OwedProposalsProps) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map((item) => (
        <OwedRow key={item.proposalId} item={item} to={linkOf(item)} />
      ))}
    </ul>
  );
}

function OwedRow({ item, to }: { readonly item: OwedProposal; readonly to: string }) {
  const { t, i18n } = useTranslation('home');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  const { subject, docketNo, leadProposer, dueAt } = item;
  return (
    <li>
      <Link className="row-link" to={to}>
        <div className="row-main">
          <div className="row-title">{subject}</div>
          <div className="row-facts quiet small">
            {docketNo && <span>{words('docketNo', { no: docketNo })}</span>}
            <span>{words('leadProposerIs', { name: nameOf(leadProposer) })}</span>
            {dueAt && (
              <span className={Date.parse(dueAt) <= Date.now() ? 'overdue' : undefined}>
                {t('owed.dueAt', { at: formatDeadline(dueAt, i18n.language) })}
              </span>
            )}
          </div>
        </div>
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}
