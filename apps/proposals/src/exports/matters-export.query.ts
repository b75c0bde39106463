import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database, type Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { type Authority, followsReviews, type Handling, proposalState, ratingsSeenBy } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities, type Reach } from '../access/authorities.js';
import { type Bind, visibleTo } from '../access/visible.js';
import { SIGNATURES_COLUMN, toSignature } from '../storage/parts/signature.rows.js';
import { calendarOf, type ProposalRow } from '../storage/proposal.rows.js';
import { StorageErrors } from '../storage/storage.errors.js';
import * as sql from './export-sql.js';
import { EXPORT_LIMITS, type ExportContent, type ExportRow } from './tables/export-tables.js';
import { ExportErrors } from './export.errors.js';

/** What is exported, and how its times are told. */
export interface MattersExported {
  readonly content: ExportContent;
  readonly at: Date;
  readonly zone: string;
}

/** Everything that the actor may read of proposals and suggestions: no draft, no rating that is kept from them, nothing confidential. */
export class MattersExport extends Query<MattersExported> {
  constructor(
    readonly actor: Actor,
    /** Null for all sessions. */
    readonly sessionId: string | null,
  ) {
    super();
  }
}

interface SeenRow {
  readonly id: string;
  readonly sessionId: string;
  readonly characters: number;
  readonly seesMinutes: boolean;
}
type RatedRow = Pick<ProposalRow, 'id' | 'session_id' | 'state' | 'lead_proposer_id' | 'merged' | 'signatures'> & {
  readonly handlings: readonly Pick<Handling, 'leadUnitId' | 'assistingUnitIds' | 'replies'>[];
};

const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

@QueryHandler(MattersExport)
export class MattersExportHandler implements IQueryHandler<MattersExport> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found` for a session of nobody's, `proposals.export-too-large` */
  async execute({ actor, sessionId }: MattersExport): Promise<MattersExported> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_MOMENT);
      if (sessionId !== null && (await this.directory.session(tx, sessionId))?.organisationId !== actor.organisationId)
        throw StorageErrors.notFound('session', sessionId);
      const at = this.clock.now();
      const calendar = await this.directory.calendar(tx, actor.organisationId);
      const seen = await this.seen(tx, actor, sessionId);
      const { zone = 'Asia/Shanghai' } = calendar;
      return { content: await this.contentOf(tx, actor, seen, calendarOf(calendar).dayOf(at)), at, zone };
    });
  }

  /** What the actor may read by the one rule of the lists, the latest first. */
  private async seen(from: Queryable, actor: Actor, sessionId: string | null): Promise<readonly SeenRow[]> {
    const reach = await this.authorities.reach(from, actor);
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const conditions = [
      `p.organisation_id = ${bind(actor.organisationId)}`,
      "p.state <> 'DRAFT'",
      visibleTo(reach, bind),
      ...(sessionId === null ? [] : [`p.session_id = ${bind(sessionId)}`]),
    ].join(' AND ');
    const rows = await from.query<SeenRow>(
      `SELECT p.id, p.session_id AS "sessionId", length(p.grounds) + length(p.measures) AS characters,
        ${minutesTo(reach, bind)} AS "seesMinutes"
        FROM proposals p WHERE ${conditions} ORDER BY p.submitted_at DESC NULLS LAST, p.id LIMIT ${EXPORT_LIMITS.matters + 1}`,
      parameters,
    );
    const characters = rows.reduce((sum, row) => sum + row.characters, 0);
    if (rows.length > EXPORT_LIMITS.matters || characters > EXPORT_LIMITS.characters) throw ExportErrors.tooLarge(EXPORT_LIMITS.matters);
    return rows;
  }

  private async contentOf(from: Queryable, actor: Actor, seen: readonly SeenRow[], today: string): Promise<ExportContent> {
    const ids = seen.map(({ id }) => id);
    const sessions = new Map<string, Authority>();
    for (const id of new Set(seen.map(({ sessionId }) => sessionId))) sessions.set(id, await this.authorities.authorityIn(from, actor, id));
    const followed = [...sessions].filter(([, by]) => followsReviews(by)).map(([id]) => id);
    const withMinutes = seen.filter(({ seesMinutes }) => seesMinutes).map(({ id }) => id);
    const { all, own } = await ratedFor(from, ids, sessions);
    const rows = (text: string, ...values: unknown[]) => from.query<ExportRow>(text, [ids, ...values]);
    return {
      matters: await rows(sql.MATTERS),
      reviews: await rows(sql.REVIEWS, followed),
      handlings: await rows(sql.HANDLINGS, today, withMinutes),
      replies: await rows(sql.REPLIES),
      ratings: await rows(sql.RATINGS, all, own, actor.memberId),
      promises: await rows(sql.PROMISES, today),
      promiseSteps: await rows(sql.PROMISE_STEPS),
    };
  }
}

/** As `maySeeMinutes` of the domain. */
const minutesTo = (reach: Reach, bind: Bind): string => visibleTo(reach, bind, ['author', 'unit', 'committee', 'oversight']);

/** Of which matters the member may see all ratings, and of which only their own; by the rule of the domain, each by itself. */
async function ratedFor(
  from: Queryable,
  ids: readonly string[],
  sessions: ReadonlyMap<string, Authority>,
): Promise<Readonly<Record<'all' | 'own', readonly string[]>>> {
  const scopes = (await from.query<RatedRow>(sql.RATED(SIGNATURES_COLUMN), [ids])).map((row) => {
    const proposal = {
      state: proposalState(row.state),
      leadProposerId: row.lead_proposer_id,
      merged: row.merged,
      signatures: row.signatures.map(toSignature),
    };
    return { id: row.id, scope: ratingsSeenBy({ proposal, handlings: row.handlings }, sessions.get(row.session_id)!) };
  });
  const of = (wanted: 'all' | 'own') => scopes.filter(({ scope }) => scope === wanted).map(({ id }) => id);
  return { all: of('all'), own: of('own') };
}
