import { Injectable } from '@nestjs/common';
import type { EventData } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { Deadlines } from './deadlines.repository.js';

const DAY_MS = 86_400_000;
const ORGANISERS = ['PRESIDIUM', 'SECRETARIAT'] as const;

/** Once before the end, to who owes it and their head; once when it is past, to who chases it too. */
function stepsOf({ remindAt, dueAt }: { readonly remindAt: string; readonly dueAt: string }): EventData<'ballot.deadline-set.v2'>['steps'] {
  const days = Math.max(1, Math.round((Date.parse(dueAt) - Date.parse(remindAt)) / DAY_MS));
  return [
    { workingDays: -days, at: remindAt, hears: ['debtor', 'head'] },
    { workingDays: 1, at: dueAt, hears: ['debtor', 'head', 'committee'] },
  ];
}

/** Keeps what is owed on a proposal, as it was told before all services told it in one shape. */
@Injectable()
export class KeepDeadlineWhenSet implements Reaction<'proposals.deadline-set.v1'> {
  readonly id = 'KeepDeadlineWhenSet';
  readonly hears = 'proposals.deadline-set.v1';

  constructor(private readonly deadlines: Deadlines) {}

  async react({ data, ...heard }: ReceivedEvent<'proposals.deadline-set.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, deadlineId, proposalId: id, subject: title, docketNo, matter, dueAt, memberIds, unitId } = data;
    const about = { kind: 'proposal', id, title } as const;
    const owners = { owedBy: { memberIds, unitId, offices: [] }, chasedBy: ['PROPOSALS_COMMITTEE'] } as const;
    const deadline = { organisationId, sessionId, deadlineId, about, docketNo, matter, round: 1, dueAt, steps: stepsOf(data), ...owners };
    await this.deadlines.keep(tx, deadline, heard);
  }
}

/** The same, that it is no longer owed, also when it is heard before the debt. */
@Injectable()
export class SettleDeadlineWhenMet implements Reaction<'proposals.deadline-met.v1'> {
  readonly id = 'SettleDeadlineWhenMet';
  readonly hears = 'proposals.deadline-met.v1';

  constructor(private readonly deadlines: Deadlines) {}

  react({ data, version, occurredAt }: ReceivedEvent<'proposals.deadline-met.v1'>, tx: Transaction): Promise<void> {
    return this.deadlines.end(tx, 'met', { ...data, version, occurredAt });
  }
}

/** The same, that nothing is owed until it is set again. */
@Injectable()
export class SettleDeadlineWhenStopped implements Reaction<'proposals.deadline-stopped.v1'> {
  readonly id = 'SettleDeadlineWhenStopped';
  readonly hears = 'proposals.deadline-stopped.v1';

  constructor(private readonly deadlines: Deadlines) {}

  react({ data, version, occurredAt }: ReceivedEvent<'proposals.deadline-stopped.v1'>, tx: Transaction): Promise<void> {
    return this.deadlines.end(tx, 'stands', { ...data, version, occurredAt });
  }
}

/** Keeps until when organisers are waited for with a ballot, as it was told before. */
@Injectable()
export class KeepBallotDeadlineWhenSet implements Reaction<'ballot.deadline-set.v1'> {
  readonly id = 'KeepBallotDeadlineWhenSet';
  readonly hears = 'ballot.deadline-set.v1';

  constructor(private readonly deadlines: Deadlines) {}

  async react({ data, ...heard }: ReceivedEvent<'ballot.deadline-set.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, deadlineId, ballotId: id, title, matter, dueAt } = data;
    const about = { kind: 'ballot', id, title } as const;
    const owners = { owedBy: { memberIds: [], unitId: null, offices: ORGANISERS }, chasedBy: ORGANISERS };
    const deadline = { organisationId, sessionId, deadlineId, about, docketNo: null, matter, round: 1, dueAt };
    await this.deadlines.keep(tx, { ...deadline, steps: stepsOf(data), ...owners }, heard);
  }
}

/** The same, that nobody is waited for any more. */
@Injectable()
export class SettleBallotDeadlineWhenMet implements Reaction<'ballot.deadline-met.v1'> {
  readonly id = 'SettleBallotDeadlineWhenMet';
  readonly hears = 'ballot.deadline-met.v1';

  constructor(private readonly deadlines: Deadlines) {}

  react({ data, version, occurredAt }: ReceivedEvent<'ballot.deadline-met.v1'>, tx: Transaction): Promise<void> {
    return this.deadlines.end(tx, 'met', { ...data, version, occurredAt });
  }
}

/** What keeps deadlines that are still on their way as they were told before. */
export const FORMER_DEADLINES = [
  KeepDeadlineWhenSet,
  SettleDeadlineWhenMet,
  SettleDeadlineWhenStopped,
  KeepBallotDeadlineWhenSet,
  SettleBallotDeadlineWhenMet,
];
