import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { type CommitmentInput, type CommitmentStep, carryOver } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import type { Bind } from '../access/visible.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { StorageErrors } from '../storage/storage.errors.js';
import type { CarryOverAnswer } from './commitments.responses.js';
import { seenOnLedger } from './ledger-scope.js';

/** What became of the promises of earlier sessions, of those that the actor may see, as it stood at the end of a day. */
export class CarriedOver extends Query<CarryOverAnswer> {
  constructor(
    readonly actor: Actor,
    readonly beforeSessionId: string | null,
    /** Today where nobody says. */
    readonly cutOff: CivilDate | null,
  ) {
    super();
  }
}

interface PromiseRow {
  readonly unitId: string;
  readonly firstDueOn: CivilDate;
  readonly madeAt: Date;
  readonly steps: readonly (Omit<CommitmentStep, 'at'> & { readonly at: string })[];
}

/** The decisions alone: nothing else changes a figure. A promise that was imported is known from then on. */
const PROMISES = `SELECT k.unit_id AS "unitId", k.first_due_on AS "firstDueOn",
    greatest(k.made_at, (SELECT i.imported_at FROM imported_matters i WHERE i.proposal_id = p.id)) AS "madeAt",
    (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'settlement', s.settlement, 'at', s.at) ORDER BY s.nth), '[]')
      FROM commitment_steps s WHERE s.commitment_id = k.id AND s.kind IN ('ACCEPTANCE', 'CARRY')) AS steps
  FROM commitments k JOIN proposals p ON p.id = k.proposal_id`;
const IN_EARLIER = (session: string) => `k.session_id IN (SELECT earlier.id FROM directory_sessions earlier JOIN directory_sessions asked
  ON asked.organisation_id = earlier.organisation_id AND (earlier.term_no, earlier.session_no) < (asked.term_no, asked.session_no)
  WHERE asked.id = ${session})`;

@QueryHandler(CarriedOver)
export class CarriedOverHandler implements IQueryHandler<CarriedOver> {
  constructor(
    private readonly database: Database,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found` where there is no such session */
  async execute({ actor, beforeSessionId, cutOff }: CarriedOver): Promise<CarryOverAnswer> {
    if (beforeSessionId !== null && (await this.directory.session(this.database, beforeSessionId))?.organisationId !== actor.organisationId)
      throw StorageErrors.notFound('session', beforeSessionId);
    const reach = await this.authorities.reach(this.database, actor);
    const calendar = calendarOf(await this.directory.calendar(this.database, actor.organisationId));
    const on = cutOff ?? calendar.dayOf(this.clock.now());
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const conditions = [
      `k.organisation_id = ${bind(actor.organisationId)}`,
      seenOnLedger(reach, bind),
      ...(beforeSessionId === null ? [] : [IN_EARLIER(bind(beforeSessionId))]),
    ];
    const rows = await this.database.query<PromiseRow>(`${PROMISES} WHERE ${conditions.join(' AND ')}`, parameters);
    const { byUnit, ...figures } = carryOver(rows.map(inputOf), { on, endsAt: calendar.endOf(on) });
    const units = new Map((await this.directory.units(this.database, actor.organisationId)).map(({ id, name }) => [id, name]));
    return {
      ...figures,
      cutOff: on,
      byUnit: byUnit.map(({ unitId, ...rest }) => ({ ...rest, unit: { id: unitId, name: units.get(unitId) ?? null } })),
    };
  }
}

const inputOf = ({ steps, ...row }: PromiseRow): CommitmentInput => ({
  ...row,
  steps: steps.map((step) => ({ ...step, at: new Date(step.at) })),
});
