import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '@plenum/database';
import { Directory, type DirectorySession } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  type CommitmentFigures,
  carryOver,
  figuresOf,
  ProposalErrors,
  type ProposalStatistics,
  type Rate,
  statisticsOf,
} from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { PROMISED, promisedBefore, type PromisedRow, toPromised } from '../storage/commitment.rows.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { type MatterScope, type MatterTold, SessionMatters } from './session-matters.js';
import { SessionTally } from './session-tally.js';

const OF_SESSION = `${PROMISED} WHERE k.session_id = $1 AND k.organisation_id = $2`;
const OF_EARLIER = `${PROMISED} WHERE ${promisedBefore('$1')} AND k.organisation_id = $2`;

/** What is read in one transaction is of one moment: a matter that changes meanwhile is counted once. */
const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** What a report tells. */
export interface FiguresTold {
  readonly figures: ProposalStatistics;
  /** The matters that they count, by name. */
  readonly matters: readonly MatterTold[];
  /** What was promised in earlier sessions, and became of it. */
  readonly carriedOver: CommitmentFigures;
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

  /** All that a report tells. @throws `proposals.figures-do-not-add-up` */
  async told(scope: MatterScope): Promise<FiguresTold> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_MOMENT);
      const matters = await this.matters.told(tx, scope);
      return {
        figures: statisticsOf(matters, await this.kept(tx, scope)),
        matters,
        carriedOver: await this.promised(tx, OF_EARLIER, scope),
      };
    });
  }

  /** Of the promises due by then, those kept. */
  private async kept(from: Queryable, scope: MatterScope): Promise<Rate> {
    const { done, due } = await this.promised(from, OF_SESSION, scope);
    return { part: done, whole: due };
  }

  private async promised(
    from: Queryable,
    promises: string,
    { sessionId, organisationId, cutOff }: MatterScope,
  ): Promise<CommitmentFigures> {
    const rows = await from.query<PromisedRow>(promises, [sessionId, organisationId]);
    const calendar = calendarOf(await this.directory.calendar(from, organisationId));
    return carryOver(rows.map(toPromised), { on: calendar.dayOf(new Date(cutOff.getTime() - 1)), endsAt: cutOff });
  }
}
