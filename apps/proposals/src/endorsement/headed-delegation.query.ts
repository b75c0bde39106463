import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { CallRepository } from '../storage/call.repository.js';
import type { HeadedDelegationAnswer } from './endorsement.responses.js';

/** Which delegation of a call's session the actor heads: they may propose in its name. */
export class HeadedDelegation extends Query<HeadedDelegationAnswer> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
  ) {
    super();
  }
}

@QueryHandler(HeadedDelegation)
export class HeadedDelegationHandler implements IQueryHandler<HeadedDelegation> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly calls: CallRepository,
  ) {}

  /** @throws `proposals.not-found` */
  async execute({ actor, callId }: HeadedDelegation): Promise<HeadedDelegationAnswer> {
    const { sessionId } = await this.calls.find(this.database, callId, actor.organisationId);
    const delegations = await this.directory.delegations(this.database, sessionId);
    const headed = delegations.find(({ headMemberId }) => headMemberId === actor.memberId);
    return { delegation: headed ? { id: headed.id, name: headed.name } : null };
  }
}
