import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Authority, type HandlingInMatter, inMatter, maySeeDraft, type PolicyContext } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';

/** The desk of a unit, as somebody reads it who may. */
export interface DeskReading {
  readonly matter: HandlingInMatter;
  readonly by: Authority;
  readonly context: PolicyContext;
}

/** Desks for who may read what is drafted there, and a refusal for everybody else, the proposer first of all. */
@Injectable()
export class DeskReadings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async of(actor: Actor, proposalId: string, handlingId: string): Promise<DeskReading> {
    const { proposal, ...around } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    const handling = around.handlings.find(({ id }) => id === handlingId);
    const context = { ...around, at: this.clock.now() };
    if (!handling) throw StorageErrors.notFound('handling', handlingId);
    const matter = inMatter(proposal, handling);
    if (!maySeeDraft(matter, by, context)) throw AccessErrors.forbidden();
    return { matter, by, context };
  }
}
