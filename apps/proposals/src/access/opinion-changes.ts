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
import { AccessErrors } from './access.errors.js';
import { BoxAuthorities } from './box-authorities.js';
import { BoxRepository } from '../storage/opinions/box.repository.js';
import { type AroundOpinion, OpinionRepository } from '../storage/opinions/opinion.repository.js';
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
        await this.opinions.insert(tx, request, made, await this.around(tx, actor.organisationId, context));
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
        const context = await this.contextOf(tx, actor);
        const made = await change(before, by, { ...context, tx });
        assertOpinionCurrent(before, request.read);
        await this.opinions.update(tx, request, before, made, await this.around(tx, actor.organisationId, context));
        return receiptOf(made.opinion);
      }),
    );
  }

  /** A change that time brings, not a person; null where there is none after all. @returns whether there was */
  async settle(
    { id, organisationId }: { readonly id: string; readonly organisationId: string },
    action: string,
    change: (opinion: Opinion, context: OpinionContext) => OpinionChange | null,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const before = await this.opinions.lock(tx, id, organisationId);
      const context = await this.contextOf(tx, { organisationId });
      const made = before && change(before, context);
      if (!before || !made) return false;
      const request = { actor: { memberId: null, organisationId }, action };
      await this.opinions.update(tx, request, before, made, await this.around(tx, organisationId, context));
      return true;
    });
  }

  private async around(tx: Transaction, organisationId: string, context: OpinionContext): Promise<AroundOpinion> {
    return { sessionId: await this.authorities.committeeSession(tx, organisationId), context };
  }

  private async contextOf(tx: Transaction, { organisationId }: Pick<Actor, 'organisationId'>): Promise<OpinionContext> {
    const calendar = calendarOf(await this.directory.calendar(tx, organisationId));
    return { box: await this.boxes.of(tx, organisationId), calendar, at: this.clock.now() };
  }
}

const receiptOf = ({ id, state, version }: Opinion): OpinionVersion => ({ id, state, version });
