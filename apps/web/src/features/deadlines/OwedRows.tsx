import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { formatDate } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import type { OwedByDay, Scope } from './deadlines.js';

interface OwedRowsProps {
  readonly items: readonly OwedByDay[];
  readonly label: string;
  readonly scope: Scope;
}

/** What is owed, by day: each a link to the matter. */
export function OwedRows({ items, label, scope }: OwedRowsProps) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map((owed, nth) => (
        // Two units' work may wait for the same from the same people.
        <li key={`${owed.proposalId} ${owed.matter} ${nth}`}>
          <OwedRow owed={owed} to={placeOf(owed, scope)} />
        </li>
      ))}
    </ul>
  );
}

/** Where somebody works on it: the unit on its reply, everybody on the promise or the proposal itself. */
function placeOf({ commitmentId, proposalId }: OwedByDay, scope: Scope): string {
  if (commitmentId !== null) return `/ledger/${commitmentId}`;
  return scope === 'unit' ? `/unit/${proposalId}` : `/proposals/${proposalId}`;
}

function OwedRow({ owed, to }: { readonly owed: OwedByDay; readonly to: string }) {
  const { t, i18n } = useTranslation('deadlines');
  const { t: requests } = useTranslation('requests');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  return (
    <Link className="row-link" to={to}>
      <div className="row-main">
        <div className="row-title">{owed.subject}</div>
        <div className="row-facts quiet small">
          <span className={owed.overdue ? 'overdue' : undefined}>{t('until', { day: formatDate(owed.dueOn, i18n.language) })}</span>
          <span>{owed.request === null ? t(`matter.${owed.matter as 'reply'}`) : requests(`kind.${owed.request}`)}</span>
          {owed.unit && <span>{nameOf(owed.unit)}</span>}
          {owed.round > 1 && <span>{t('round', { round: owed.round })}</span>}
          {owed.docketNo && <span>{words('docketNo', { no: owed.docketNo })}</span>}
          {owed.provisional && <span>{t('provisional')}</span>}
        </div>
      </div>
      {owed.overdue && <StatusTag tone="bad">{t('late')}</StatusTag>}
      {owed.isStopped && <StatusTag tone="waiting">{t('stopped')}</StatusTag>}
      <RightOutlined className="quiet" aria-hidden />
    </Link>
  );
}
