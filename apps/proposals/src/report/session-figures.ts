import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '@plenum/database';
import { Directory, type DirectorySession } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  type CommitmentInput,
  carryOver,
  figuresOf,
  ProposalErrors,
  type ProposalStatistics,
  type Rate,
  statisticsOf,
} from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { calendarOf } from '../storage/proposal.rows.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { type MatterScope, type MatterTold, SessionMatters } from './session-matters.js';
import { SessionTally } from './session-tally.js';

/** The decisions on each promise alone: nothing else changes a figure. */
const PROMISES = `SELECT k.unit_id AS "unitId", k.first_due_on AS "firstDueOn", k.made_at AS "madeAt",
    (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'settlement', s.settlement, 'at', s.at) ORDER BY s.nth), '[]')
      FROM commitment_steps s WHERE s.commitment_id = k.id AND s.kind IN ('ACCEPTANCE', 'CARRY')) AS steps
  FROM commitments k WHERE k.session_id = $1 AND k.organisation_id = $2`;

/** What is read in one transaction is of one moment: a matter that changes meanwhile is counted once. */
const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

interface PromiseRow extends Omit<CommitmentInput, 'steps'> {
  readonly steps: readonly (Omit<CommitmentInput['steps'][number], 'at'> & { readonly at: string })[];
}

/** What a session's figures are made from: its matters and its promises, as they stood at a cut-off. */
@Injectable()
export class SessionFigures {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly matters: SessionMatters,
    private readonly tally: SessionTally,
    private readonly clock: Clock,
  ) {}

  /** A session of the actor's organisation. @throws `proposals.not-found` */
  async session({ organisationId }: Actor, sessionId: string): Promise<DirectorySession> {
    const session = await this.directory.session(this.database, sessionId);
    if (session?.organisationId !== organisationId) throw StorageErrors.notFound('session', sessionId);
    return session;
  }

  /** Until when to look: as asked, or now. @throws `proposals.cut-off-ahead` */
  cutOff(asked: Date | null): Date {
    const now = this.clock.now();
    if (asked !== null && asked > now) throw ProposalErrors.cutOffAhead(asked);
    return asked ?? now;
  }

  /** The figures alone. @throws `proposals.figures-do-not-add-up` */
  async of(scope: MatterScope): Promise<ProposalStatistics> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_MOMENT);
      return figuresOf(await this.tally.of(tx, scope), await this.kept(tx, scope));
    });
  }

  /** The figures with the matters that they count, by name. @throws `proposals.figures-do-not-add-up` */
  async told(scope: MatterScope): Promise<{ readonly figures: ProposalStatistics; readonly matters: readonly MatterTold[] }> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_MOMENT);
      const matters = await this.matters.told(tx, scope);
      return { figures: statisticsOf(matters, await this.kept(tx, scope)), matters };
    });
  }

  /** Of the promises due by then, those kept. */
  private async kept(from: Queryable, { sessionId, organisationId, cutOff }: MatterScope): Promise<Rate> {
    const rows = await from.query<PromiseRow>(PROMISES, [sessionId, organisationId]);
    if (rows.length === 0) return { part: 0, whole: 0 };
    const calendar = calendarOf(await this.directory.calendar(from, organisationId));
    const promises = rows.map((row) => ({ ...row, steps: row.steps.map((step) => ({ ...step, at: new Date(step.at) })) }));
    const { done, due } = carryOver(promises, { on: calendar.dayOf(new Date(cutOff.getTime() - 1)), endsAt: cutOff });
    return { part: done, whole: due };
  }
}
