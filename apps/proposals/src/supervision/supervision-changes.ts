import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  assertSupervisionCurrent,
  type Authority,
  type PolicyContext,
  type SupervisedMatter,
  type SupervisionChange,
} from '@plenum/proposals-domain';
import { type Actor, type ChangeRequest, IdempotencyKeys } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { SupervisionRepository } from '../storage/supervision.repository.js';

/** A change of how a proposal is looked after. */
export interface SupervisionRequest extends ChangeRequest<Actor> {
  readonly proposalId: string;
}

/** Where it stands after a change. */
export interface SupervisionVersion {
  readonly id: string;
  readonly version: number;
}

/** What a change may look up. */
export interface SupervisionContext extends PolicyContext {
  readonly tx: Transaction;
}

/** How supervision is changed, and by whom: one change of a proposal's at a time. */
@Injectable()
export class SupervisionChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly supervisions: SupervisionRepository,
    private readonly authorities: Authorities,
    private readonly keys: IdempotencyKeys,
  ) {}

  /** @throws `proposals.not-found`, `proposals.outdated`, and what the change refuses; nothing is written then */
  async update(
    request: SupervisionRequest,
    change: (matter: SupervisedMatter, by: Authority, context: SupervisionContext) => SupervisionChange | Promise<SupervisionChange>,
  ): Promise<SupervisionVersion> {
    const { proposalId, actor, action } = request;
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, `${action} ${proposalId}`, async () => {
        const { proposal, ...around } = await this.proposals.lock(tx, proposalId, actor.organisationId);
        const before = await this.supervisions.of(tx, proposal);
        const by = await this.authorities.towards(tx, actor, proposal);
        const context = { ...around, at: this.clock.now(), tx };
        const made = await change({ state: proposal.state, proposal, supervision: before }, by, context);
        assertSupervisionCurrent(before, request.read);
        await this.supervisions.write(tx, request, { proposal, handlings: around.handlings }, before, made);
        return { id: proposalId, version: made.supervision.version };
      }),
    );
  }
}
