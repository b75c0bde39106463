import { RightOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwedItem } from '../../api/shapes.js';
import { formatDeadline } from '../../shared/formats.js';
import { Mark } from '../../shared/Mark.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { NowCard } from './NowCard.js';
import { roomOf } from './owed-ballots.js';
import { OwedProposals } from './OwedProposals.js';
import { SessionsToRun } from './SessionsToRun.js';
import type { Owing } from './owing.js';
import { useHallNow } from './use-hall-now.js';
import { OWED_SHOWN, useOwed } from './use-owed.js';

/** What the hall does now in one large card, and whatever else this person owes, by what it is. */
export function Owed() {
  const { t } = useTranslation('home');
  const hall = useHallNow();
  const owed = useOwed(hall?.now.step === 'owed' ? hall.now.item : null);
  const isCardOwed = hall?.now.step === 'owed' || hall?.now.step === 'sign-in';
  return (
    <Section title={t('owed.title')}>
      <SessionsToRun />
      {hall && <NowCard hall={hall} />}
      <QueryView query={owed} lines={1}>
        {(groups) =>
          groups.length === 0 ? (
            <p className="quiet owed-nothing">{t(isCardOwed ? 'owed.nothingElse' : 'owed.nothing')}</p>
          ) : (
            groups.map((group) => <OwedGroup key={group.matter} group={group} />)
          )
        }
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
  if (group.matter !== 'ballots') return <OwedProposals items={group.proposals} label={label} linkOf={group.linkOf} />;
  return (
    <ul className="rows" aria-label={label}>
      {group.items.map((item) => (
        <BallotRow key={`${item.ballotId}-${item.matter}`} item={item} />
      ))}
    </ul>
  );
}

/** What a ballot asks, and until when. */
function BallotRow({ item }: { readonly item: OwedItem }) {
  const { t, i18n } = useTranslation('home');
  const { title, matter, dueAt } = item;
  return (
    <li>
      <Link className="row-link" to={roomOf(item)}>
        <div className="row-main">
          <div className="row-title">{t(`owed.ballot.${matter}`)}</div>
          <div className="row-facts quiet small">
            <span>{title}</span>
            {dueAt && (
              <span className={Date.parse(dueAt) < Date.now() ? 'overdue' : undefined}>
                {t('owed.dueAt', { at: formatDeadline(dueAt, i18n.language) })}
              </span>
            )}
          </div>
        </div>
        {dueAt === null && <Mark tone="waiting">{t('owed.now')}</Mark>}
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}
