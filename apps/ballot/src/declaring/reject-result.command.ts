import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type HigherDocument, reject } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** Records the document in which the higher body did not approve the result, with its reason. */
export class RejectResult extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly document: HigherDocument & { readonly reason: string },
  ) {
    super();
  }
}

@CommandHandler(RejectResult)
export class RejectResultHandler implements ICommandHandler<RejectResult> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId, document }: RejectResult): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'reject-result' }, async (ballot, by, { at, tx }) => reject(ballot, by, document, await this.calendars.of(tx, ballot.organisationId), at));
  }
}
