import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '@plenum/database';
import { Directory, type DirectorySession } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { figuresOf, ProposalErrors, type ProposalStatistics, type Rate, statisticsOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { StorageErrors } from '../storage/storage.errors.js';
import { CarriedPromises, type PromisesCarriedOver } from './carried-promises.js';
import { type MatterScope, type MatterTold, SessionMatters } from './session-matters.js';
import { SessionTally } from './session-tally.js';

/** What is read in one transaction is of one moment: a matter that changes meanwhile is counted once. */
const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** All that a report tells of a session. */
export interface SessionTold {
  readonly figures: ProposalStatistics;
  readonly matters: readonly MatterTold[];
  readonly carriedOver: PromisesCarriedOver;
}

/** What a session's figures are made from: its matters and its promises, as they stood at a cut-off. */
@Injectable()
export class SessionFigures {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly matters: SessionMatters,
    private readonly tally: SessionTally,
    private readonly promises: CarriedPromises,
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

  /**
   * The figures with the matters that they count, by name, and what earlier sessions promised.
   * @throws `proposals.figures-do-not-add-up`
   */
  async told(scope: MatterScope): Promise<SessionTold> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_MOMENT);
      const matters = await this.matters.told(tx, scope);
      const figures = statisticsOf(matters, await this.kept(tx, scope));
      return { figures, matters, carriedOver: await this.promises.before(tx, scope) };
    });
  }

  /** Of the promises due by then, those kept. */
  private async kept(from: Queryable, scope: MatterScope): Promise<Rate> {
    const { done, due } = await this.promises.of(from, scope);
    return { part: done, whole: due };
  }
}
