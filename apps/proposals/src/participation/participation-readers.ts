import { Injectable } from '@nestjs/common';
import type { Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Directory, type DirectoryDelegation } from '@plenum/directory';
import type { CallWindow } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { CallRepository } from '../storage/call.repository.js';

const CALLING: readonly Office[] = ['PROPOSALS_COMMITTEE', 'PRESIDIUM', 'SECRETARIAT'];

/** A call, with the delegations of its session of which somebody may read who has filed. */
export interface ParticipationView {
  readonly call: CallWindow;
  /** By name. */
  readonly delegations: readonly DirectoryDelegation[];
  /** Sees all of the session, and those who sit in no delegation. */
  readonly isWhole: boolean;
}

/** Who may read who has filed: the committee and the organiser all of it, the head of a delegation their own. */
@Injectable()
export class ParticipationReaders {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly calls: CallRepository,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async viewOf(actor: Actor, callId: string): Promise<ParticipationView> {
    const call = await this.calls.find(this.database, callId, actor.organisationId);
    const { sessionId } = call;
    const all = await this.directory.delegations(this.database, sessionId);
    const isWhole = await this.directory.holdsOffice(this.database, actor, CALLING, { sessionId });
    const delegations = isWhole ? all : all.filter(({ headMemberId }) => headMemberId === actor.memberId);
    if (!isWhole && delegations.length === 0) throw AccessErrors.forbidden();
    return { call, delegations, isWhole };
  }
}
