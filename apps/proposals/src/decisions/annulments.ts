import { Injectable } from '@nestjs/common';
import type { EventData } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { AuditTrail } from '@plenum/service-kit';
import { DecisionsRepository } from './decisions.repository.js';

/**
 * Which ballots were annulled, for all that hear of a ballot: each takes turns with whatever else is heard of the same one until its
 * transaction ends, so that it does not matter in which order, or how closely, decision and annulment come.
 */
@Injectable()
export class Annulments {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Whether it was heard of the ballot that it was annulled; if not, nobody hears it before the transaction ends. */
  async isAnnulled(tx: Transaction, ballotId: string): Promise<boolean> {
    await this.decisions.takeTurns(tx, ballotId);
    return this.decisions.isAnnulled(tx, ballotId);
  }

  /** Notes it once, whoever hears of it first: what the ballot decided about proposals is no longer decided. */
  async note(tx: Transaction, data: EventData<'ballot.result-annulled.v1'>): Promise<void> {
    const { organisationId, ballotId, reason } = data;
    await this.decisions.takeTurns(tx, ballotId);
    for (const id of await this.decisions.annul(tx, data)) {
      await this.audit.append(tx, {
        organisationId,
        actor: null,
        action: 'withdraw-decision',
        subject: { kind: 'proposal', id },
        after: { ballotId, reason },
      });
    }
  }
}
