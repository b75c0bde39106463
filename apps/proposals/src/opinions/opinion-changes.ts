import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  type BoxAuthority,
  type Opinion,
  type OpinionChange,
  type OpinionContext,
  type OpinionCounts,
  type OpinionNumber,
  assertOpinionCurrent,
  opinionScopeOf,
} from '@plenum/proposals-domain';
import { type Actor, type ChangeRequest, IdempotencyKeys } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { BoxAuthorities } from '../access/box-authorities.js';
import { BoxRepository } from '../storage/opinions/box.repository.js';
import { OpinionRepository } from '../storage/opinions/opinion.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { calendarOf } from '../storage/proposal.rows.js';

/** A change of an opinion that a member asks for. */
export interface OpinionChangeRequest extends ChangeRequest<Actor> {
  readonly opinionId: string;
}

/** Where an opinion stands after a change. */
export interface OpinionVersion {
  readonly id: string;
  readonly state: Opinion['state'];
  readonly version: number;
}

/** What a change may look up. */
export interface OpinionLookup extends OpinionContext {
  readonly tx: Transaction;
}

/** How opinions are put in and changed, and by whom. */
@Injectable()
export class OpinionChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly boxes: BoxRepository,
    private readonly opinions: OpinionRepository,
    private readonly authorities: BoxAuthorities,
    private readonly keys: IdempotencyKeys,
  ) {}

  /** Adds a new one under the next number of the year. A retried request is answered as the first. @throws what the rule refuses */
  async add(
    request: ChangeRequest<Actor>,
    make: (number: OpinionNumber, counts: OpinionCounts, context: OpinionContext) => OpinionChange,
  ): Promise<OpinionVersion> {
    const { actor, action } = request;
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, action, async () => {
        const context = await this.contextOf(tx, actor);
        const year = Number(context.calendar.dayOf(context.at).slice(0, 4));
        const number = { year, nth: await this.opinions.draw(tx, actor.organisationId, year) };
        const made = make(number, await this.opinions.countsOf(tx, actor, context.at), context);
        await this.opinions.insert(tx, request, made, await this.authorities.committeeSession(tx, actor.organisationId));
        return receiptOf(made.opinion);
      }),
    );
  }

  /**
   * Changes one: one change at a time, each on what the one before left. A retried request is answered as the first.
   * @throws `proposals.not-found`, `proposals.forbidden`, and what the change refuses; nothing is written then
   */
  async update(
    request: OpinionChangeRequest,
    change: (opinion: Opinion, by: BoxAuthority, context: OpinionLookup) => OpinionChange | Promise<OpinionChange>,
  ): Promise<OpinionVersion> {
    const { opinionId, actor, action } = request;
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, `${action} ${opinionId}`, async () => {
        const before = await this.opinions.lock(tx, opinionId, actor.organisationId);
        if (!before) throw StorageErrors.notFound('opinion', opinionId);
        const by = await this.authorities.of(tx, actor);
        if (opinionScopeOf(before, by) === 'none') throw AccessErrors.forbidden();
        const made = await change(before, by, { ...(await this.contextOf(tx, actor)), tx });
        assertOpinionCurrent(before, request.read);
        await this.opinions.update(tx, request, before, made, await this.authorities.committeeSession(tx, actor.organisationId));
        return receiptOf(made.opinion);
      }),
    );
  }

  private async contextOf(tx: Transaction, { organisationId }: Actor): Promise<OpinionContext> {
    const calendar = calendarOf(await this.directory.calendar(tx, organisationId));
    return { box: await this.boxes.of(tx, organisationId), calendar, at: this.clock.now() };
  }
}

const receiptOf = ({ id, state, version }: Opinion): OpinionVersion => ({ id, state, version });
