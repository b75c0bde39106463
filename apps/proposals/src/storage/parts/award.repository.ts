import { Injectable } from '@nestjs/common';
import type { NewEvent } from '@plenum/contracts';
import type { Queryable, Transaction } from '@plenum/database';
import type { Award, AwardChange, AwardEvent } from '@plenum/proposals-domain';
import { AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';

const COLUMNS = `id, organisation_id AS "organisationId", session_id AS "sessionId", kind, nominee_id AS "nomineeId", criteria, citation,
  state, decided_by AS "decidedBy", ballot_id AS "ballotId", reason, nominated_by AS "nominatedBy", nominated_at AS "nominatedAt", version`;

/** Two of one committee may nominate the same unit at once. */
const TURN = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 382))';

/** Where nominations live. Who is told that one is awarded, whoever changes it says. */
@Injectable()
export class AwardRepository {
  constructor(private readonly records: ChangeRecords) {}

  /** One of the organisation, which nobody else changes until the transaction ends; null where there is none. */
  async lock(tx: Transaction, id: string, organisationId: string): Promise<Award | null> {
    return (await this.read(tx, 'id = $1 AND organisation_id = $2 FOR UPDATE', [id, organisationId]))[0] ?? null;
  }

  /** Those of a proposal or a unit that wait for a vote, the same way. */
  lockVoting(tx: Transaction, nomineeId: string, organisationId: string): Promise<readonly Award[]> {
    const voting = "nominee_id = $1 AND organisation_id = $2 AND state = 'VOTING' ORDER BY id FOR UPDATE";
    return this.read(tx, voting, [nomineeId, organisationId]);
  }

  /** Those that a ballot decided, the same way. */
  lockDecided(tx: Transaction, ballotId: string, organisationId: string): Promise<readonly Award[]> {
    return this.read(tx, 'ballot_id = $1 AND organisation_id = $2 ORDER BY id FOR UPDATE', [ballotId, organisationId]);
  }

  /** All of a session, the first nominated first. */
  ofSession(from: Queryable, sessionId: string, organisationId: string): Promise<readonly Award[]> {
    return this.read(from, 'session_id = $1 AND organisation_id = $2 ORDER BY kind, nominated_at, id', [sessionId, organisationId]);
  }

  /** Waits until nobody else nominates for the session, and keeps others waiting until the transaction ends. */
  async takeTurns(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query(TURN, [sessionId]);
  }

  /** Whether the nominee is on the list of the session already. */
  async isNominated(from: Queryable, { sessionId, kind, nomineeId }: Pick<Award, 'sessionId' | 'kind' | 'nomineeId'>): Promise<boolean> {
    const found = 'SELECT FROM awards WHERE session_id = $1 AND kind = $2 AND nominee_id = $3';
    return (await from.query(found, [sessionId, kind, nomineeId])).length > 0;
  }

  async insert(tx: Transaction, request: ChangeRequest, { award, events }: AwardChange): Promise<void> {
    await this.tableTelling(() => null).insert(tx, request, { after: award, events });
  }

  async update(
    tx: Transaction,
    request: ChangeRequest,
    before: Award,
    { award, events }: AwardChange,
    toPublished: (award: Award) => NewEvent,
  ): Promise<void> {
    await this.tableTelling(toPublished).update(tx, request, before, { after: award, events });
  }

  private read(from: Queryable, where: string, parameters: readonly unknown[]): Promise<Award[]> {
    return from.query<Award>(`SELECT ${COLUMNS} FROM awards WHERE ${where}`, [...parameters]);
  }

  private tableTelling(toPublished: (award: Award) => NewEvent | null): AggregateTable<Award, AwardEvent> {
    return new AggregateTable(
      {
        table: 'awards',
        kind: 'award',
        columnsOf: (it: Award) => [
          ['id', it.id],
          ['organisation_id', it.organisationId],
          ['session_id', it.sessionId],
          ['kind', it.kind],
          ['nominee_id', it.nomineeId],
          ['criteria', it.criteria],
          ['citation', it.citation],
          ['state', it.state],
          ['decided_by', it.decidedBy],
          ['ballot_id', it.ballotId],
          ['reason', it.reason],
          ['nominated_by', it.nominatedBy],
          ['nominated_at', it.nominatedAt],
          ['version', it.version],
        ],
        toPublished,
      },
      this.records,
    );
  }
}
