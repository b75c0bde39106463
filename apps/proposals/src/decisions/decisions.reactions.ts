import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction, ReactionClass } from '@plenum/messaging';
import { settleMotion } from '@plenum/proposals-domain';
import { AuditTrail } from '@plenum/service-kit';
import { ProposalChanges } from '../access/proposal-changes.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { Annulments } from './annulments.js';
import { DecisionsRepository } from './decisions.repository.js';

/** Keeps with each proposal what an effective resolution decided about it; a motion is filed by it, or not. */
@Injectable()
export class KeepDecisionsWhenMotionDecided implements Reaction<'ballot.motion-decided.v1'> {
  readonly id = 'KeepDecisionsWhenMotionDecided';
  readonly hears = 'ballot.motion-decided.v1';

  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly annulments: Annulments,
    private readonly audit: AuditTrail,
    private readonly changes: ProposalChanges,
    private readonly proposals: ProposalRepository,
  ) {}

  async react({ data, occurredAt }: ReceivedEvent<'ballot.motion-decided.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, ballotId } = data;
    if (data.electorate === 'heads') return; // They choose the excellent ones; the congress decides nothing by it.
    const named = data.items.flatMap(({ proposalId }) => proposalId ?? []);
    const here = await this.proposals.findAll(tx, named, organisationId);
    // All of them before the first: in the one order of locks, and before any number is drawn.
    await this.proposals.lockAll(
      tx,
      here.map(({ id }) => id),
      organisationId,
    );
    for (const item of data.items) {
      if (item.proposalId === null || !(await this.decisions.keep(tx, data, item.proposalId, item, occurredAt))) continue;
      const subject = { kind: 'proposal', id: item.proposalId };
      await this.audit.append(tx, {
        organisationId,
        actor: null,
        action: 'keep-decision',
        subject,
        after: { ballotId, passed: item.passed },
      });
      if (await this.annulments.isAnnulled(tx, ballotId)) continue;
      await this.changes.settleIn(tx, { proposalId: item.proposalId, organisationId, action: 'settle-motion' }, (proposal, context) =>
        settleMotion(proposal, item.passed, context),
      );
    }
  }
}

/** Notes that a ballot was annulled: what it decided is no longer decided. */
@Injectable()
export class WithdrawDecisionsWhenAnnulled implements Reaction<'ballot.result-annulled.v1'> {
  readonly id = 'WithdrawDecisionsWhenAnnulled';
  readonly hears = 'ballot.result-annulled.v1';

  constructor(private readonly annulments: Annulments) {}

  react({ data }: ReceivedEvent<'ballot.result-annulled.v1'>, tx: Transaction): Promise<void> {
    return this.annulments.note(tx, data);
  }
}

export const DECISION_REACTIONS: readonly ReactionClass[] = [KeepDecisionsWhenMotionDecided, WithdrawDecisionsWhenAnnulled];
