import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { projectIntoDirectory } from '@plenum/directory';
import type { Reaction, ReactionClass, ReceivedEvent } from '@plenum/messaging';
import { settleDueDate } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';

/** In the one order that keeps two changes from waiting for each other. */
const AWAITING_SESSION = `SELECT subject_id AS "handlingId", proposal_id AS "proposalId" FROM deadlines
  WHERE organisation_id = $1 AND matter = 'reply' AND met_at IS NULL AND rule ->> 'kind' = 'before-session'
  ORDER BY proposal_id, subject_id`;

interface Awaiting {
  readonly handlingId: string;
  readonly proposalId: string;
}

/**
 * A session that is set up gives replies that are due before it their day, and another one where it opens on another day. One assigned
 * meanwhile by whoever did not see the session yet is found by the worker that settles due dates.
 */
@Injectable()
export class FixDueDatesWhenSessionSetUp implements Reaction<'congress.session-set-up.v1'> {
  readonly id = 'FixDueDatesWhenSessionSetUp';
  readonly hears = 'congress.session-set-up.v1';

  constructor(private readonly changes: ProposalChanges) {}

  async react(event: ReceivedEvent<'congress.session-set-up.v1'>, tx: Transaction): Promise<void> {
    const { organisationId } = event.data;
    // Here too: the directory may hear of it only after this.
    await projectIntoDirectory(tx, event);
    for (const one of await tx.query<Awaiting>(AWAITING_SESSION, [organisationId]))
      await this.changes.settleHandlingIn(tx, { ...one, organisationId, action: 'settle-due-date' }, settleDueDate);
  }
}

export const HANDLING_REACTIONS: readonly ReactionClass[] = [FixDueDatesWhenSessionSetUp];
