import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { type Authority, maySee, maySeeTexts, type Proposal, type ProposalMatter } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { AccessErrors } from './access.errors.js';
import { Authorities } from './authorities.js';

/** A proposal that the actor may read, and what they are to it. */
export interface Reading {
  readonly proposal: Proposal;
  readonly by: Authority;
}

/** Proposals and their parts for who may read them, and a refusal for everybody else. */
@Injectable()
export class Readings {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
    private readonly database: Database,
  ) {}

  /** A proposal that the actor may read. @throws `proposals.not-found`, `proposals.forbidden` */
  of(actor: Actor, proposalId: string): Promise<Reading> {
    return this.read(actor, proposalId, maySee);
  }

  /** One of which they may also read the texts that stood before. @throws `proposals.not-found`, `proposals.forbidden` */
  ofTexts(actor: Actor, proposalId: string): Promise<Reading> {
    return this.read(actor, proposalId, maySeeTexts);
  }

  private async read(actor: Actor, id: string, may: (matter: ProposalMatter, by: Authority) => boolean): Promise<Reading> {
    const found = await this.proposals.find(this.database, id, actor.organisationId);
    const { proposal } = found;
    const by = await this.authorities.towards(this.database, actor, proposal);
    if (!may(found, by)) throw AccessErrors.forbidden();
    return { proposal, by };
  }
}
