import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { carryOver } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import type { Bind } from '../access/visible.js';
import { PROMISED, promisedBefore, type PromisedRow, toPromised } from '../storage/commitment.rows.js';
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
      ...(beforeSessionId === null ? [] : [promisedBefore(bind(beforeSessionId))]),
    ];
    const rows = await this.database.query<PromisedRow>(
      `${PROMISED} JOIN proposals p ON p.id = k.proposal_id WHERE ${conditions.join(' AND ')}`,
      parameters,
    );
    const { byUnit, ...figures } = carryOver(rows.map(toPromised), { on, endsAt: calendar.endOf(on) });
    const units = new Map((await this.directory.units(this.database, actor.organisationId)).map(({ id, name }) => [id, name]));
    return {
      ...figures,
      cutOff: on,
      byUnit: byUnit.map(({ unitId, ...rest }) => ({ ...rest, unit: { id: unitId, name: units.get(unitId) ?? null } })),
    };
  }
}
