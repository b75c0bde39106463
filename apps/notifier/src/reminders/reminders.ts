import { Injectable } from '@nestjs/common';
import type { BallotDeadlineMatter, CongressDeadlineMatter, DeadlineHearer, DeadlineMatter, NoticeCode } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Audiences, holdersOf } from '../notices/audience.js';
import { type Notice, Notices } from '../notices/notices.js';
import { type DeadlineRow, Deadlines } from './deadlines.repository.js';
import { nextStep } from './next-step.js';

const BATCH_MAX = 20; // Keeps the transaction that holds the rows short.

/** How a reminder is worded: before the end, or past it. */
type Stage = 'due-soon' | 'overdue';

/** Reminds of what is owed, from the rows that say so: each step of each deadline once. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audiences: Audiences,
    private readonly notices: Notices,
    private readonly deadlines: Deadlines,
  ) {}

  /** Tells everybody whose reminder is due. @returns of how many deadlines */
  async remindAll(): Promise<number> {
    let reminded = 0;
    for (let batch = BATCH_MAX; batch === BATCH_MAX; reminded += batch)
      batch = await this.database.transaction((tx) => this.remindSome(tx));
    return reminded;
  }

  private async remindSome(tx: Transaction): Promise<number> {
    const rows = await this.deadlines.come(tx, BATCH_MAX);
    for (const row of rows) await this.remind(tx, row);
    return rows.length;
  }

  private async remind(tx: Transaction, row: DeadlineRow): Promise<void> {
    const now = this.clock.now();
    const { due, nextAt } = nextStep(row.steps, { since: row.since, toldThrough: row.told_through }, now);
    if (!due) return this.deadlines.awaitStep(tx, row.id, nextAt);
    const stage = row.due_at > now ? 'due-soon' : 'overdue';
    const cause = `${row.id}.${due.workingDays}.${row.due_at.getTime()}`;
    const params = await this.factsOf(tx, row);
    const told: Notice[] = [];
    for (const hearer of due.hears) {
      const memberIds = await this.membersOf(tx, row, hearer);
      told.push({ code: codeOf(row, stage), params, link: linkOf(row, stage, hearer), memberIds });
    }
    await this.notices.tell(tx, row.organisation_id, cause, told, { about: [row.id], at: row.since });
    await this.deadlines.told(tx, row, due, cause, nextAt);
  }

  private async factsOf(
    tx: Transaction,
    { about_kind, matter, title, docket_no, due_at, unit_id }: DeadlineRow,
  ): Promise<Notice['params']> {
    const dueAt = due_at.toISOString();
    if (about_kind === 'ballot' || about_kind === 'duty') return { title, dueAt };
    const facts = { subject: title, docketNo: docket_no ?? '', dueAt };
    if (OF_PERSONS.includes(matter)) return facts;
    // A unit that nobody knows must not keep everybody else from being reminded.
    const unit = await this.audiences
      .names(tx)
      .unit(unit_id)
      .catch(() => '');
    return { ...facts, unit };
  }

  /** Who they are at this moment. A unit without handlers is its head. */
  private async membersOf(tx: Transaction, row: DeadlineRow, hearer: DeadlineHearer): Promise<readonly string[]> {
    const { organisation_id, session_id: sessionId, unit_id: unitId, member_ids, offices, chased_by } = row;
    const holding = (office: Parameters<typeof holdersOf>[0], within: Parameters<typeof holdersOf>[1]) =>
      this.audiences.membersOf(tx, organisation_id, holdersOf(office, within));
    switch (hearer) {
      case 'debtor': {
        const handlers = unitId === null ? [] : await holding('UNIT_HANDLER', { unitId });
        const ofUnit = handlers.length > 0 ? handlers : await this.membersOf(tx, row, 'head');
        return [...member_ids, ...ofUnit, ...(await holding(offices, { sessionId }))];
      }
      case 'head':
        return unitId === null ? [] : holding('UNIT_HEAD', { unitId });
      case 'leader':
        return unitId === null ? [] : holding('LEADER_IN_CHARGE', { unitId });
      case 'committee':
        return holding(chased_by, { sessionId });
    }
  }
}

/** What is told without the name of a unit: persons owe it, or it is told the unit itself. */
const OF_PERSONS: readonly string[] = [
  'feedback',
  'explanation',
  'endorsement',
  'answer',
  'opinion-decision',
  'opinion-answer',
] satisfies DeadlineMatter[];

function codeOf({ about_kind, matter }: DeadlineRow, stage: Stage): NoticeCode {
  if (about_kind === 'duty') return `congress.${matter as CongressDeadlineMatter}-${stage}`;
  if (about_kind === 'ballot') return `ballot.${matter as BallotDeadlineMatter}-${stage}`;
  return `proposals.${matter as DeadlineMatter}-${stage}`;
}

/** Where it is read; what a unit still owes on its work is done where it works. */
function linkOf({ about_kind, about_id, matter }: DeadlineRow, stage: Stage, hearer: DeadlineHearer): string {
  if (about_kind === 'ballot') return `/ballots/${about_id}`;
  if (about_kind === 'duty') return `/year?duty=${about_id}`;
  if (about_kind === 'opinion') return `/opinions/${about_id}`;
  const isWork = (matter === 'reply' || matter === 'contact') && stage === 'due-soon' && (hearer === 'debtor' || hearer === 'head');
  return `${isWork ? '/unit' : '/proposals'}/${about_id}`;
}
