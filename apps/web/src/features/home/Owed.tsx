import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shared/EmptyState.js';
import { ProposalRows } from '../../shared/proposal/ProposalRows.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { type Owing, OWED_SHOWN, useOwed } from './use-owed.js';

/** What this person owes others, by what it is. */
export function Owed() {
  const { t } = useTranslation('home');
  const owed = useOwed();
  return (
    <Section title={t('owed.title')}>
      <QueryView query={owed}>
        {(groups) => (groups.length === 0 ? <EmptyState text={t('owed.nothing')} hint={t('owed.nothingHint')} /> : groups.map((group) => <OwedGroup key={group.matter} group={group} />))}
      </QueryView>
    </Section>
  );
}

function OwedGroup({ group }: { readonly group: Owing }) {
  const { t } = useTranslation('home');
  const title = t(`owed.${group.matter}`);
  return (
    <div className="owed-group">
      <h3 className="text-head">
        {title} <Badge count={group.total} color="#b23a2e" showZero={false} />
      </h3>
      {rowsOf(group, title)}
      {group.total > OWED_SHOWN && <Link to={group.all}>{t('owed.more', { count: group.total })}</Link>}
    </div>
  );
}

function rowsOf(group: Owing, label: string): ReactNode {
  if (group.matter !== 'to-sign') return <ProposalRows proposals={group.proposals} label={label} linkOf={group.linkOf} />;
  return (
    <ul className="rows" aria-label={label}>
      {group.ballots.map(({ id, title }) => (
        <li key={id}>
          <Link className="row-link" to={`/ballots/${id}`}>
            <span className="row-title">{title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
