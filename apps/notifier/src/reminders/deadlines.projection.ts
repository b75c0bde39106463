import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Alarms, type ReceivedEvent, type Reaction } from '@plenum/messaging';

// A due date that moves is reminded of anew; one that was only told again is not.
const SET = `
  INSERT INTO deadlines AS d (id, organisation_id, proposal_id, ballot_id, session_id, matter, subject, docket_no, due_at, remind_at,
    member_ids, unit_id, is_met, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false, $13)
  ON CONFLICT (id) DO UPDATE SET
    session_id = excluded.session_id, matter = excluded.matter, subject = excluded.subject, docket_no = excluded.docket_no,
      due_at = excluded.due_at, remind_at = excluded.remind_at,
    member_ids = excluded.member_ids, unit_id = excluded.unit_id, is_met = false, version = excluded.version,
    reminded_at = CASE WHEN d.due_at = excluded.due_at THEN d.reminded_at END,
    overdue_told_at = CASE WHEN d.due_at = excluded.due_at THEN d.overdue_told_at END
  WHERE d.version < excluded.version
`;
const MET = `
  INSERT INTO deadlines AS d (id, organisation_id, proposal_id, ballot_id, is_met, version) VALUES ($1, $2, $3, $4, true, $5)
  ON CONFLICT (id) DO UPDATE SET is_met = true, version = excluded.version WHERE d.version <= excluded.version`;

/** Keeps what is owed on a proposal by when, and asks to be woken at its times. */
@Injectable()
export class KeepDeadlineWhenSet implements Reaction<'proposals.deadline-set.v1'> {
  readonly id = 'KeepDeadlineWhenSet';
  readonly hears = 'proposals.deadline-set.v1';

  constructor(
    private readonly alarms: Alarms,
    private readonly clock: Clock,
  ) {}

  async react({ data, version }: ReceivedEvent<'proposals.deadline-set.v1'>, tx: Transaction): Promise<void> {
    const { deadlineId, organisationId, proposalId, sessionId, matter, subject, docketNo, dueAt, remindAt, memberIds, unitId } = data;
    await tx.query(SET, [
      deadlineId,
      organisationId,
      proposalId,
      null,
      sessionId,
      matter,
      subject,
      docketNo,
      dueAt,
      remindAt,
      memberIds,
      unitId,
      version,
    ]);
    await wakeAt(this.alarms, this.clock, data);
  }
}

/** Notes that something is no longer owed, also when it hears so before it heard of the debt. */
@Injectable()
export class SettleDeadlineWhenMet implements Reaction<'proposals.deadline-met.v1'> {
  readonly id = 'SettleDeadlineWhenMet';
  readonly hears = 'proposals.deadline-met.v1';

  async react({ data, version }: ReceivedEvent<'proposals.deadline-met.v1'>, tx: Transaction): Promise<void> {
    await tx.query(MET, [data.deadlineId, data.organisationId, data.proposalId, null, version]);
  }
}

/** Notes that nothing is owed until it is set again: nobody is reminded meanwhile. */
@Injectable()
export class SettleDeadlineWhenStopped implements Reaction<'proposals.deadline-stopped.v1'> {
  readonly id = 'SettleDeadlineWhenStopped';
  readonly hears = 'proposals.deadline-stopped.v1';

  async react({ data, version }: ReceivedEvent<'proposals.deadline-stopped.v1'>, tx: Transaction): Promise<void> {
    await tx.query(MET, [data.deadlineId, data.organisationId, data.proposalId, null, version]);
  }
}

/** Keeps until when organisers are waited for with a ballot, and asks to be woken at its times. */
@Injectable()
export class KeepBallotDeadlineWhenSet implements Reaction<'ballot.deadline-set.v1'> {
  readonly id = 'KeepBallotDeadlineWhenSet';
  readonly hears = 'ballot.deadline-set.v1';

  constructor(
    private readonly alarms: Alarms,
    private readonly clock: Clock,
  ) {}

  async react({ data, version }: ReceivedEvent<'ballot.deadline-set.v1'>, tx: Transaction): Promise<void> {
    const { deadlineId, organisationId, ballotId, sessionId, matter, title, dueAt, remindAt } = data;
    await tx.query(SET, [deadlineId, organisationId, null, ballotId, sessionId, matter, title, null, dueAt, remindAt, [], null, version]);
    await wakeAt(this.alarms, this.clock, data);
  }
}

/** Notes that nobody is waited for any more. */
@Injectable()
export class SettleBallotDeadlineWhenMet implements Reaction<'ballot.deadline-met.v1'> {
  readonly id = 'SettleBallotDeadlineWhenMet';
  readonly hears = 'ballot.deadline-met.v1';

  async react({ data, version }: ReceivedEvent<'ballot.deadline-met.v1'>, tx: Transaction): Promise<void> {
    await tx.query(MET, [data.deadlineId, data.organisationId, null, data.ballotId, version]);
  }
}

async function wakeAt(
  alarms: Alarms,
  clock: Clock,
  { deadlineId, remindAt, dueAt }: { readonly deadlineId: string; readonly remindAt: string; readonly dueAt: string },
): Promise<void> {
  for (const at of [Date.parse(remindAt), Date.parse(dueAt)]) await alarms.set(`${deadlineId}.${at}`, at - clock.now().getTime());
}
