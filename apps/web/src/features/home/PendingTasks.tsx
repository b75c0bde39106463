import { RightOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BallotTask, OpinionTask, ProposalTask } from '../../api/shapes.js';
import { formatDeadline } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { NowCard } from './NowCard.js';
import { isPast } from './tasks/deadlines.js';
import { taskPathOf } from './tasks/pending-ballot-tasks.js';
import { SessionsToRun } from './SessionsToRun.js';
import type { PendingTask } from './tasks/pending-task.js';
import { useHallNow } from './use-hall-now.js';
import { TASKS_SHOWN, usePendingTasks } from './tasks/use-pending-tasks.js';

/** What the hall does now in one large card, and whatever else this person owes, by what it is. */
export function PendingTasks() {
  const { t } = useTranslation('home');
  const hall = useHallNow();
  const tasks = usePendingTasks(hall?.now.step === 'owed' ? hall.now.item : null);
  const isOnCard = hall?.now.step === 'owed' || hall?.now.step === 'sign-in';
  return (
    <Section title={t('owed.title')}>
      <SessionsToRun />
      {hall && <NowCard hall={hall} />}
      <QueryView query={tasks} lines={1}>
        {(groups) =>
          groups.length === 0 ? (
            <p className="quiet no-tasks">{t(isOnCard ? 'owed.nothingElse' : 'owed.nothing')}</p>
          ) : (
            groups.map((group) => <TaskGroup key={group.matter} group={group} />)
          )
        }
      </QueryView>
    </Section>
  );
}

function TaskGroup({ group }: { readonly group: PendingTask }) {
  const { t } = useTranslation('home');
  const title = t(`owed.${group.matter}`);
  return (
    <div className="task-group">
      <h3 className="text-head">
        {title} <Badge count={group.total} color="#b23a2e" showZero={false} />
      </h3>
      {rowsOf(group, title)}
      {group.total > TASKS_SHOWN && <Link to={group.all}>{t('owed.more', { count: group.total })}</Link>}
    </div>
  );
}

function rowsOf(group: PendingTask, label: string): ReactNode {
  if ('opinions' in group)
    return (
      <ul className="rows" aria-label={label}>
        {group.opinions.map((item) => (
          <OpinionRow key={item.opinionId} item={item} />
        ))}
      </ul>
    );
  if (group.matter !== 'ballots') return <ProposalTasks items={group.proposals} label={label} linkOf={group.linkOf} />;
  return (
    <ul className="rows" aria-label={label}>
      {group.items.map((item) => (
        <BallotRow key={`${item.ballotId}-${item.matter}`} item={item} />
      ))}
    </ul>
  );
}

/** What a ballot asks, and until when. */
function BallotRow({ item }: { readonly item: BallotTask }) {
  const { t } = useTranslation('home');
  const { title, matter, dueAt } = item;
  return (
    <li>
      <Link className="row-link" to={taskPathOf(item)}>
        <div className="row-main">
          <div className="row-title">{t(`owed.ballot.${matter}`)}</div>
          <div className="row-facts quiet small">
            <span>{title}</span>
            {dueAt && <TaskDeadline dueAt={dueAt} />}
          </div>
        </div>
        {dueAt === null && <StatusTag tone="waiting">{t('owed.now')}</StatusTag>}
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}

/** An opinion that waits for the reader. */
function OpinionRow({ item: { opinionId, number, subject, dueAt } }: { readonly item: OpinionTask }) {
  const { t } = useTranslation('opinions');
  return (
    <li>
      <Link className="row-link" to={`/opinions/${opinionId}`}>
        <div className="row-main">
          <div className="row-title">{subject}</div>
          <div className="row-facts quiet small">
            <span>{t('no', { no: number })}</span>
            {dueAt && <TaskDeadline dueAt={dueAt} />}
          </div>
        </div>
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}

interface ProposalTasksProps {
  readonly items: readonly ProposalTask[];
  readonly label: string;
  readonly linkOf: (item: ProposalTask) => string;
}

/** Proposals that wait for the reader, one below the other, each with until when. */
function ProposalTasks({ items, label, linkOf }: ProposalTasksProps) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map((item) => (
        <TaskRow key={item.proposalId} item={item} to={linkOf(item)} />
      ))}
    </ul>
  );
}

function TaskRow({ item, to }: { readonly item: ProposalTask; readonly to: string }) {
  const { t } = useTranslation('proposals');
  const nameOf = useNameOf();
  const { subject, docketNo, leadProposer, dueAt } = item;
  return (
    <li>
      <Link className="row-link" to={to}>
        <div className="row-main">
          <div className="row-title">{subject}</div>
          <div className="row-facts quiet small">
            {docketNo && <span>{t('docketNo', { no: docketNo })}</span>}
            <span>{t('leadProposerIs', { name: nameOf(leadProposer) })}</span>
            {dueAt && <TaskDeadline dueAt={dueAt} />}
          </div>
        </div>
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}

function TaskDeadline({ dueAt }: { readonly dueAt: string }) {
  const { t, i18n } = useTranslation('home');
  return (
    <span className={isPast(dueAt, new Date()) ? 'overdue' : undefined}>
      {t('owed.dueAt', { at: formatDeadline(dueAt, i18n.language) })}
    </span>
  );
}
