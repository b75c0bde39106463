import { Injectable } from '@nestjs/common';
import { type Ballot, BALLOT_FIELDS, type Change } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { toPublished } from './ballot.publishing.js';

/** What the audit trail may keep of a ballot; the state stands in every row. */
const AUDITED = (Object.keys(BALLOT_FIELDS) as (keyof Ballot)[]).filter((name) => BALLOT_FIELDS[name].audited);

/** What remains of a change besides the ballot itself: a row of the audit trail, and the facts for others. */
@Injectable()
export class ChangeRecords {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes both in the transaction of the change. `before` is null for a new ballot. */
  async write(
    tx: Transaction,
    { actor, action }: { readonly actor: Actor; readonly action: string },
    before: Ballot | null,
    { ballot, events }: Change,
  ): Promise<void> {
    // A practice ballot leaves no trace among those of real ones, and nobody hears of it.
    if (ballot.rehearses !== null) return;
    const subject = { kind: 'ballot', id: ballot.id };
    await this.audit.append(tx, {
      organisationId: ballot.organisationId,
      actor: actor.memberId,
      action,
      subject,
      ...difference(before, ballot),
    });
    await this.outbox.append(
      tx,
      events.map((event) => toPublished(ballot, event)),
    );
  }

  /** Writes the row of a ballot that is gone: all that is audited of it, as it was. */
  async writeRemoval(
    tx: Transaction,
    { actor, action }: { readonly actor: Actor; readonly action: string },
    ballot: Ballot,
  ): Promise<void> {
    const { before } = difference(ballot, null);
    await this.audit.append(tx, {
      organisationId: ballot.organisationId,
      actor: actor.memberId,
      action,
      subject: { kind: 'ballot', id: ballot.id },
      before,
      after: null,
    });
  }
}

/** The audited parts that differ, as they were and as they are; the state is always among them. */
function difference(before: Ballot | null, after: Ballot | null): { before: object | null; after: object | null } {
  const parts = AUDITED.filter(
    (part) => part === 'state' || !before || !after || JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
  const only = (ballot: Ballot) => Object.fromEntries(parts.map((part) => [part, ballot[part]]));
  return { before: before && only(before), after: after && only(after) };
}
