import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalTask } from '../../api/shapes.js';
import { formatDeadline } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

interface ProposalTasksProps {
  readonly items: readonly ProposalTask[];
  readonly label: string;
  readonly linkOf: (item: ProposalTask) => string;
}

/** Proposals that wait for the reader, one below the other, each with until when. */
export function ProposalTasks({ items, label, linkOf }: ProposalTasksProps) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map((item) => (
        <TaskRow key={item.proposalId} item={item} to={linkOf(item)} />
      ))}
    </ul>
  );
}

function TaskRow({ item, to }: { readonly item: ProposalTask; readonly to: string }) {
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
