import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { SweepWorker } from '@plenum/messaging';
import { Facts, type FactSubject } from '../storage/facts.js';

const SWEEP_MS = 3_600_000; // Every change keeps its summary itself: only what was there before summaries has none.
const BATCH_MAX = 500;

// Who writes a summary holds the proposal, so that none is written over by what was read before.
const UNSUMMARISED = `SELECT p.id AS "proposalId", p.organisation_id AS "organisationId", p.session_id AS "sessionId" FROM proposals p
  WHERE p.submitted_at IS NOT NULL AND EXISTS (SELECT FROM facts f WHERE f.proposal_id = p.id AND f.kind = 'ProposalSubmitted')
    AND NOT EXISTS (SELECT FROM matters m WHERE m.proposal_id = p.id)
  LIMIT ${BATCH_MAX} FOR UPDATE OF p SKIP LOCKED`;

/** Makes the summaries that are missing: after an upgrade, and whenever somebody has emptied their table. */
@Injectable()
export class MattersWorker extends SweepWorker {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
  ) {
    super({ name: 'Matters', everyMs: SWEEP_MS });
  }

  /** @returns whether there are more */
  async summariseSome(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const missing = await tx.query<FactSubject>(UNSUMMARISED, []);
      for (const about of missing) await this.facts.summarise(tx, about);
      return missing.length === BATCH_MAX;
    });
  }

  protected sweep(): Promise<boolean> {
    return this.summariseSome();
  }
}
