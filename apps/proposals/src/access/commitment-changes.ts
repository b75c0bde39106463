import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  assertCommitmentCurrent,
  type Authority,
  type Commitment,
  type CommitmentChange,
  type PolicyContext,
  type Proposal,
} from '@plenum/proposals-domain';
import { type Actor, type ChangeRequest, IdempotencyKeys } from '@plenum/service-kit';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { Authorities } from './authorities.js';
import type { ChangeContext } from './proposal-changes.js';

/** A change of a promise that a member asks for. */
export interface CommitmentChangeRequest extends ChangeRequest<Actor> {
  readonly commitmentId: string;
}

/** Where a promise stands after a change. */
export interface CommitmentVersion {
  readonly id: string;
  readonly state: Commitment['state'];
  readonly version: number;
}

/** How promises are changed, and by whom. */
@Injectable()
export class CommitmentChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly commitments: CommitmentRepository,
    private readonly authorities: Authorities,
    private readonly keys: IdempotencyKeys,
  ) {}

  /**
   * Enters a promise on a proposal, which nobody else changes meanwhile. A retried request is answered as the first.
   * @throws `proposals.not-found`, and what the rule refuses
   */
  async add(
    { proposalId, ...request }: ChangeRequest<Actor> & { readonly proposalId: string },
    make: (proposal: Proposal, by: Authority, context: PolicyContext) => CommitmentChange,
  ): Promise<CommitmentVersion> {
    const { actor, action } = request;
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, `${action} ${proposalId}`, async () => {
        const { proposal, ...around } = await this.proposals.lock(tx, proposalId, actor.organisationId);
        const by = await this.authorities.towards(tx, actor, proposal);
        const made = make(proposal, by, { ...around, at: this.clock.now() });
        await this.commitments.insert(tx, request, proposal, made);
        return receiptOf(made.commitment);
      }),
    );
  }

  /** A change that time brings, not a person. @returns whether there was one @throws `proposals.not-found` */
  async settle(
    {
      commitmentId,
      organisationId,
      action,
    }: Pick<CommitmentChangeRequest, 'commitmentId' | 'action'> & { readonly organisationId: string },
    change: (commitment: Commitment, context: ChangeContext) => Promise<CommitmentChange | null>,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const found = await this.commitments.lock(tx, commitmentId, organisationId);
      const made = await change(found.commitment, { ...found, at: this.clock.now(), tx });
      if (made) await this.commitments.update(tx, { actor: { memberId: null, organisationId }, action }, found, made);
      return made !== null;
    });
  }

  /**
   * Changes a promise: one change at a time, each on what the one before left. A retried request is answered as the first.
   * @throws `proposals.not-found`, and what the change refuses; nothing is written then
   */
  async update(
    request: CommitmentChangeRequest,
    change: (commitment: Commitment, by: Authority, context: PolicyContext) => CommitmentChange,
  ): Promise<CommitmentVersion> {
    const { commitmentId, actor, action } = request;
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, `${action} ${commitmentId}`, async () => {
        const found = await this.commitments.lock(tx, commitmentId, actor.organisationId);
        const by = await this.authorities.towards(tx, actor, found.proposal);
        const made = change(found.commitment, by, { ...found, at: this.clock.now() });
        assertCommitmentCurrent(found.commitment, request.read);
        await this.commitments.update(tx, request, found, made);
        return receiptOf(made.commitment);
      }),
    );
  }
}

const receiptOf = ({ id, state, version }: Commitment): CommitmentVersion => ({ id, state, version });
