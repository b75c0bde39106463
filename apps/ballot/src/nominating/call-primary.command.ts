import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertCurrent, callPrimary } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';

/** An organiser calls the primary that shortens the list. */
export class CallPrimary extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly title: string,
    /** The version that was read. */
    readonly read: number,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(CallPrimary)
export class CallPrimaryHandler implements ICommandHandler<CallPrimary> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly authorities: Authorities,
  ) {}

  execute({ actor, ballotId, title, read, key }: CallPrimary): Promise<BallotVersion> {
    return this.changes.add({ actor, action: 'call-primary', retry: { key, content: { ballotId, title } } }, async ({ tx, at }) => {
      // Two who ask at once: the second waits here, and then sees the primary of the first.
      const ballot = await this.ballots.lock(tx, ballotId, actor.organisationId);
      const by = await this.authorities.authorityIn(tx, actor, ballot.sessionId);
      const primary = callPrimary(ballot, by, { id: randomUUID(), title }, await this.ballots.primaryOf(tx, ballotId), at);
      assertCurrent(ballot, read); // It is held among those who stand.
      return primary;
    });
  }
}
