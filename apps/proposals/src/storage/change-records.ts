import { Injectable } from '@nestjs/common';
import { Outbox, type Transaction } from '@plenum/messaging';
import type { Change, Proposal } from '@plenum/proposals-domain';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { toPublished } from './proposal.publishing.js';

/** What remains of a change besides the proposal itself: a row of the audit trail, and the facts for others. */
@Injectable()
export class ChangeRecords {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes both in the transaction of the change. `before` is null for a new proposal. */
  async write(
    tx: Transaction,
    { actor, action }: { readonly actor: Actor | null; readonly action: string },
    before: Proposal | null,
    { proposal, events }: Change,
  ): Promise<void> {
    const subject = { kind: 'proposal', id: proposal.id };
    await this.audit.append(tx, {
      organisationId: proposal.organisationId,
      actor: actor?.memberId ?? null,
      action,
      subject,
      ...difference(before, proposal),
    });
    await this.outbox.append(
      tx,
      events.map((event) => toPublished(proposal, event)),
    );
  }

  /** A proposal that is no more: what it said is not kept. */
  async writeRemoval(
    tx: Transaction,
    { actor, action }: { readonly actor: Actor; readonly action: string },
    { id, organisationId, state, version }: Proposal,
  ): Promise<void> {
    await this.audit.append(tx, {
      organisationId,
      actor: actor.memberId,
      action,
      subject: { kind: 'proposal', id },
      before: { state, version },
    });
  }
}

/** The parts of the proposal that differ, as they were and as they are; the state is always among them, for the history. */
function difference(before: Proposal | null, after: Proposal): { before: object | null; after: object } {
  if (!before) return { before: null, after };
  const parts = (Object.keys(after) as (keyof Proposal)[]).filter(
    (part) => part === 'state' || JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
  const only = (proposal: Proposal) => Object.fromEntries(parts.map((part) => [part, proposal[part]]));
  return { before: only(before), after: only(after) };
}
