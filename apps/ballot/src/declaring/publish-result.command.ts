import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { publish } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { CALENDAR } from '../nominating/calendars.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** Posts the result (公示) for the period that the rules give. */
export class PublishResult extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(PublishResult)
export class PublishResultHandler implements ICommandHandler<PublishResult> {
  constructor(private readonly ballots: BallotRepository) {}

  execute({ actor, ballotId }: PublishResult): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'publish-result' }, (ballot, by, { at }) => publish(ballot, by, CALENDAR, at));
  }
}
