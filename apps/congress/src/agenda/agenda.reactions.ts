import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction, ReactionClass } from '@plenum/messaging';
import { AgendaRepository } from './agenda.repository.js';

/** Keeps what the congress decided by ballot, once that is effective: its agenda may be adopted so. */
@Injectable()
export class KeepMotionWhenDecided implements Reaction<'ballot.motion-decided.v1'> {
  readonly id = 'KeepMotionWhenDecided';
  readonly hears = 'ballot.motion-decided.v1';

  constructor(private readonly agendas: AgendaRepository) {}

  react({ data, occurredAt }: ReceivedEvent<'ballot.motion-decided.v1'>, tx: Transaction): Promise<void> {
    return this.agendas.keepDecided(tx, data, occurredAt);
  }
}

/** An agenda that was adopted by a ballot is adopted no longer when the ballot is annulled. */
@Injectable()
export class WithdrawAgendaWhenAnnulled implements Reaction<'ballot.result-annulled.v1'> {
  readonly id = 'WithdrawAgendaWhenAnnulled';
  readonly hears = 'ballot.result-annulled.v1';

  constructor(private readonly agendas: AgendaRepository) {}

  react({ data }: ReceivedEvent<'ballot.result-annulled.v1'>, tx: Transaction): Promise<void> {
    return this.agendas.withdraw(tx, data);
  }
}

export const AGENDA_REACTIONS: readonly ReactionClass[] = [KeepMotionWhenDecided, WithdrawAgendaWhenAnnulled];
