import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@plenum/calendar';
import { Database, type Queryable } from '@plenum/database';
import { Directory, type DirectorySession } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  type CommitmentFigures,
  carryOver,
  type Cutoff,
  figuresOf,
  outstandingAt,
  ProposalErrors,
  type ProposalStatistics,
  type Rate,
  statisticsOf,
} from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { PROMISED, PROMISED_COLUMNS, promisedBefore, type PromisedRow, toPromised } from '../storage/commitment.rows.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { type MatterScope, type MatterTold, SessionMatters } from './session-matters.js';
import { SessionTally } from './session-tally.js';

const OF_SESSION = `${PROMISED} WHERE k.session_id = $1 AND k.organisation_id = $2`;
/** With what a report says of each: of what is confidential by now neither words nor number, and its unit as it was called then. */
const OF_EARLIER = `SELECT ${PROMISED_COLUMNS},
    CASE WHEN p.confidential IS NULL THEN p.docket_no END AS "docketNo", CASE WHEN p.confidential IS NULL THEN k.promise END AS promise,
    coalesce((SELECT i.unit FROM imported_matters i WHERE i.proposal_id = k.proposal_id), (
      SELECT f.names ->> k.unit_id::text FROM facts f
      WHERE f.proposal_id = k.proposal_id AND f.kind = 'ProposalAssigned' AND f.names ? k.unit_id::text
      ORDER BY f.position LIMIT 1)) AS unit
  FROM commitments k JOIN proposals p ON p.id = k.proposal_id
  WHERE ${promisedBefore('$1')} AND k.organisation_id = $2 ORDER BY k.made_at, k.id`;

interface EarlierRow extends PromisedRow {
  readonly docketNo: string | null;
  readonly promise: string | null;
  readonly unit: string | null;
}

/** What is read in one transaction is of one moment: a matter that changes meanwhile is counted once. */
const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** What a report tells. */
export interface FiguresTold {
  readonly figures: ProposalStatistics;
  /** The matters that they count, by name. */
  readonly matters: readonly MatterTold[];
  /** What was promised in earlier sessions, and became of it. */
  readonly carriedOver: CommitmentFigures & { readonly outstanding: readonly OutstandingTold[] };
}

/** A promise of an earlier session that stays owed, as a report tells it; of a confidential matter without its words. */
export interface OutstandingTold extends Pick<EarlierRow, 'docketNo' | 'promise' | 'unit'> {
  readonly fate: 'carried' | 'open';
  readonly dueOn: CivilDate;
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
        carriedOver: await this.carriedOver(tx, scope),
      };
    });
  }

  /** Of the promises due by then, those kept. */
  private async kept(from: Queryable, scope: MatterScope): Promise<Rate> {
    const rows = await from.query<PromisedRow>(OF_SESSION, [scope.sessionId, scope.organisationId]);
    if (rows.length === 0) return { part: 0, whole: 0 };
    const { done, due } = carryOver(rows.map(toPromised), await this.until(from, scope));
    return { part: done, whole: due };
  }

  private async carriedOver(from: Queryable, scope: MatterScope): Promise<FiguresTold['carriedOver']> {
    const rows = await from.query<EarlierRow>(OF_EARLIER, [scope.sessionId, scope.organisationId]);
    const [promises, cutOff] = [rows.map(toPromised), await this.until(from, scope)];
    const outstanding = outstandingAt(promises, cutOff).map(({ commitment: { docketNo, promise, unit }, fate, dueOn }) => ({
      docketNo,
      promise,
      unit,
      fate,
      dueOn,
    }));
    const { byUnit: _, ...figures } = carryOver(promises, cutOff);
    return { ...figures, outstanding };
  }

  private async until(from: Queryable, { organisationId, cutOff }: MatterScope): Promise<Cutoff> {
    const calendar = calendarOf(await this.directory.calendar(from, organisationId));
    return { on: calendar.dayOf(new Date(cutOff.getTime() - 1)), endsAt: cutOff };
  }
}
