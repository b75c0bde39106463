import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction, ReactionClass } from '@plenum/messaging';
import { MandateRepository } from './mandate.repository.js';

/** Keeps who was elected to what, once the election is effective. */
@Injectable()
export class RecordMandatesWhenElected implements Reaction<'ballot.officers-elected.v1'> {
  readonly id = 'RecordMandatesWhenElected';
  readonly hears = 'ballot.officers-elected.v1';

  constructor(private readonly mandates: MandateRepository) {}

  react({ data, occurredAt }: ReceivedEvent<'ballot.officers-elected.v1'>, tx: Transaction): Promise<void> {
    return this.mandates.record(tx, data, occurredAt);
  }
}

/** Withdraws the mandates of a ballot that was annulled, also when it hears so first. */
@Injectable()
export class WithdrawMandatesWhenAnnulled implements Reaction<'ballot.result-annulled.v1'> {
  readonly id = 'WithdrawMandatesWhenAnnulled';
  readonly hears = 'ballot.result-annulled.v1';

  constructor(private readonly mandates: MandateRepository) {}

  react({ data, occurredAt }: ReceivedEvent<'ballot.result-annulled.v1'>, tx: Transaction): Promise<void> {
    return this.mandates.withdraw(tx, data, occurredAt);
  }
}

export const MANDATE_REACTIONS: readonly ReactionClass[] = [RecordMandatesWhenElected, WithdrawMandatesWhenAnnulled];
