import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DEFAULT_ZONE, dayOf } from '@plenum/calendar';
import {
  type AdoptingBallot,
  type Agenda,
  type AgendaChange,
  type AgendaContext,
  type AgendaEvent,
  assertCurrent,
  CongressErrors,
  newAgenda,
  type SessionState,
  withdrawAdoption,
} from '@plenum/congress-domain';
import type { EventData } from '@plenum/contracts';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock, type Fraction } from '@plenum/kernel';
import { AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { lockSession } from '../storage/locks.js';
import type { VersionedUpdateRequest } from '../storage/update-request.js';
import { agendaPublished } from './agenda.publishing.js';
import { agendaColumns, type AgendaRow, toAgenda } from './agenda.rows.js';

// Before the desk opens it has no point, and the seats are counted.
const CIRCUMSTANCES = `
  SELECT s.state, s.quorum_num AS num, s.quorum_den AS den, s.quorum_inclusive AS inclusive, p.present, c.zone,
         COALESCE(p.entitled, (SELECT count(*)::int FROM seats WHERE session_id = s.id AND kind = 'DELEGATE')) AS entitled
    FROM sessions s LEFT JOIN organisation_calendars c ON c.organisation_id = s.organisation_id
    LEFT JOIN LATERAL (SELECT entitled, present FROM attendance_points WHERE session_id = s.id ORDER BY position DESC LIMIT 1) p ON true
   WHERE s.id = $1 AND s.organisation_id = $2
`;
const FIND = 'SELECT * FROM agendas WHERE session_id = $1 AND organisation_id = $2';
const BALLOT = `
  SELECT m.ballot_id AS "ballotId", m.session_id AS "sessionId", m.passed, a.ballot_id IS NOT NULL AS annulled
    FROM decided_motions m LEFT JOIN annulled_ballots a ON a.ballot_id = m.ballot_id
   WHERE m.ballot_id = $1 AND m.organisation_id = $2
`;
const DECIDED = `
  INSERT INTO decided_motions (ballot_id, organisation_id, session_id, title, passed, decided_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING
`;

interface Circumstances extends Fraction {
  readonly state: SessionState;
  readonly entitled: number;
  readonly present: number | null;
  readonly zone: string | null;
}

/** Agendas of sessions. Whoever changes one holds its session, which neither opens nor closes meanwhile. */
@Injectable()
export class AgendaRepository {
  private readonly table: AggregateTable<Agenda, AgendaEvent>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    records: ChangeRecords,
  ) {
    this.table = new AggregateTable({ table: 'agendas', kind: 'agenda', columnsOf: agendaColumns, toPublished: agendaPublished }, records);
  }

  /** The agenda of a session as it stands; an empty one of version 0 where no topic was collected yet. */
  async find(from: Queryable, organisationId: string, sessionId: string): Promise<Agenda> {
    const [row] = await from.query<AgendaRow>(FIND, [sessionId, organisationId]);
    return row ? toAgenda(row) : newAgenda({ id: randomUUID(), organisationId, sessionId });
  }

  /** What the rules look at besides. @throws `congress.not-found` */
  async contextOf(from: Queryable, organisationId: string, sessionId: string): Promise<AgendaContext> {
    const [found] = await from.query<Circumstances>(CIRCUMSTANCES, [sessionId, organisationId]);
    if (!found) throw CongressErrors.notFound('session');
    const { state, entitled, present, zone, num, den, inclusive } = found;
    const at = this.clock.now();
    return { session: { state, quorum: { num, den, inclusive } }, entitled, present, at, today: dayOf(at, zone ?? DEFAULT_ZONE) };
  }

  /** A resolution of the ballot service that is effective, or was; null where there is none. */
  async ballot(from: Queryable, organisationId: string, ballotId: string): Promise<AdoptingBallot | null> {
    const [found] = await from.query<AdoptingBallot>(BALLOT, [ballotId, organisationId]);
    return found ?? null;
  }

  /** Changes the agenda of the session that the request names. @throws `congress.not-found`, `congress.outdated`, what the change throws */
  async update(
    request: VersionedUpdateRequest,
    change: (agenda: Agenda, context: AgendaContext, tx: Transaction) => AgendaChange | Promise<AgendaChange>,
  ): Promise<void> {
    const { organisationId } = request.actor;
    await this.database.transaction(async (tx) => {
      if (!(await lockSession(tx, request.id, organisationId))) throw CongressErrors.notFound('session');
      const before = await this.find(tx, organisationId, request.id);
      const made = await change(before, await this.contextOf(tx, organisationId, request.id), tx);
      assertCurrent(before, request.read); // After the rules: that it is adopted already says more.
      await this.write(tx, request, before, made);
    });
  }

  /** Keeps what a ballot decided: an agenda may be adopted by it. */
  async keepDecided(tx: Transaction, data: EventData<'ballot.motion-decided.v1'>, at: string): Promise<void> {
    const { organisationId, ballotId, sessionId, title, items, electorate } = data;
    if (electorate !== undefined && electorate !== 'delegates') return;
    const passed = items.length > 0 && items.every((item) => item.passed);
    await tx.query(DECIDED, [ballotId, organisationId, sessionId, title, passed, at]);
  }

  /** What was adopted by a ballot that is annulled is adopted no longer. */
  async withdraw(tx: Transaction, { organisationId, sessionId, ballotId }: EventData<'ballot.result-annulled.v1'>): Promise<void> {
    if (!(await lockSession(tx, sessionId, organisationId))) return;
    const before = await this.find(tx, organisationId, sessionId);
    const made = withdrawAdoption(before, ballotId);
    if (made) await this.write(tx, { actor: { organisationId, memberId: null }, action: 'withdraw-adoption' }, before, made);
  }

  private async write(tx: Transaction, request: ChangeRequest, before: Agenda, made: AgendaChange): Promise<void> {
    if (before.version === 0) await this.table.insert(tx, request, made);
    else await this.table.update(tx, request, before, made);
  }
}
