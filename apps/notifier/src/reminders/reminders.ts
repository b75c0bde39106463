import { Injectable } from '@nestjs/common';
import type { BallotDeadlineMatter, DeadlineMatter } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Audience, Audiences, holdersOf, onlyMembers, unit } from '../notices/audience.js';
import { type Notice, Notices } from '../notices/notices.js';

const BATCH_MAX = 20; // Keeps the transaction that holds the rows short.

interface Due {
  readonly id: string;
  readonly organisation_id: string;
  readonly subject: string;
  readonly docket_no: string | null;
  readonly due_at: Date;
  readonly member_ids: readonly string[];
  readonly unit_id: string | null;
  readonly session_id: string | null;
}
type ProposalRow = Due & { readonly proposal_id: string; readonly ballot_id: null; readonly matter: DeadlineMatter };
type BallotRow = Due & { readonly proposal_id: null; readonly ballot_id: string; readonly matter: BallotDeadlineMatter };
type DueRow = ProposalRow | BallotRow;

type Stage = 'due-soon' | 'overdue';
type Reminder = Omit<Notice, 'memberIds'>;

/** The two times at which people are reminded: once before it is due, once when it is past. */
const STAGES = [
  {
    stage: 'overdue',
    due: 'due_at <= $1 AND overdue_told_at IS NULL',
    done: 'overdue_told_at = $1, reminded_at = coalesce(reminded_at, $1)',
  },
  { stage: 'due-soon', due: 'remind_at <= $1 AND due_at > $1 AND reminded_at IS NULL', done: 'reminded_at = $1' },
] as const;

/** Reminds of what is owed, from the rows that say so: each stage of each deadline once. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audiences: Audiences,
    private readonly notices: Notices,
  ) {}

  /** Tells everybody whose reminder is due. @returns for how many deadlines */
  async remindAll(): Promise<number> {
    let reminded = 0;
    for (const stage of STAGES) {
      for (let batch = BATCH_MAX; batch === BATCH_MAX; reminded += batch)
        batch = await this.database.transaction((tx) => this.remindSome(tx, stage));
    }
    return reminded;
  }

  private async remindSome(tx: Transaction, { stage, due, done }: (typeof STAGES)[number]): Promise<number> {
    const now = this.clock.now();
    const rows = await tx.query<DueRow>(
      `SELECT * FROM deadlines WHERE NOT is_met AND ${due} ORDER BY due_at LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED`,
      [now],
    );
    for (const row of rows) await this.remind(tx, row, stage);
    if (rows.length > 0) await tx.query(`UPDATE deadlines SET ${done} WHERE id = ANY($2)`, [now, rows.map(({ id }) => id)]);
    return rows.length;
  }

  private async remind(tx: Transaction, row: DueRow, stage: Stage): Promise<void> {
    const { id, organisation_id: organisationId, due_at: dueAt } = row;
    const told: string[] = [];
    for (const audience of toldOf(row, stage)) told.push(...(await this.audiences.membersOf(tx, organisationId, audience)));
    const reminder = row.ballot_id !== null ? ofBallot(row, stage) : await this.ofProposal(tx, row, stage);
    await this.notices.tell(tx, organisationId, `${id}.${stage}.${dueAt.getTime()}`, [{ ...reminder, memberIds: told }]);
  }

  private async ofProposal(
    tx: Transaction,
    { proposal_id: proposalId, matter, subject, docket_no: docketNo, due_at: dueAt, unit_id: unitId }: ProposalRow,
    stage: Stage,
  ): Promise<Reminder> {
    const facts = { subject, docketNo: docketNo ?? '', dueAt: dueAt.toISOString() };
    // A unit that nobody knows must not keep everybody else from being reminded.
    const unit = async () =>
      await this.audiences
        .names(tx)
        .unit(unitId)
        .catch(() => '');
    const params = OF_PERSONS.includes(matter) ? facts : { ...facts, unit: await unit() };
    const link = matter === 'reply' && stage === 'due-soon' ? `/unit/${proposalId}` : `/proposals/${proposalId}`;
    return { code: `proposals.${matter}-${stage}`, params, link };
  }
}

/** What is owed by persons, no unit. */
const OF_PERSONS: readonly DeadlineMatter[] = ['feedback', 'explanation', 'endorsement'];

const ofBallot = ({ ballot_id: ballotId, matter, subject: title, due_at: dueAt }: BallotRow, stage: Stage): Reminder => ({
  code: `ballot.${matter}-${stage}`,
  params: { title, dueAt: dueAt.toISOString() },
  link: `/ballots/${ballotId}`,
});

/** Who owes it; once it is past, the committee that chases it too. A ballot's organisers are reminded of both. */
function toldOf(row: DueRow, stage: Stage): readonly Audience[] {
  const { member_ids: memberIds, unit_id: unitId, session_id: sessionId } = row;
  if (row.ballot_id !== null) return [holdersOf(['PRESIDIUM', 'SECRETARIAT'], { sessionId })];
  const debtors = [onlyMembers(...memberIds), unit(unitId)];
  return stage === 'overdue' ? [...debtors, holdersOf('PROPOSALS_COMMITTEE', { sessionId })] : debtors;
}
