import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Ballot, hasSealed, open } from '@plenum/ballot-domain';
import { Directory } from '@plenum/directory';
import type { Transaction } from '@plenum/messaging';
import type { Actor } from '@plenum/service-kit';
import { Sealing } from '../sealed/sealing.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { RollRepository } from '../storage/roll.repository.js';

/** Opens the voting, if the quorum holds at this moment. `issued` is null where every one present got a paper; sealed papers were counted as they were issued. */
export class OpenVoting extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly issued: number | null,
  ) {
    super();
  }
}

@CommandHandler(OpenVoting)
export class OpenVotingHandler implements ICommandHandler<OpenVoting> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly rolls: RollRepository,
    private readonly directory: Directory,
    private readonly sealing: Sealing,
  ) {}

  execute({ actor, ballotId, issued }: OpenVoting): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'open-voting' }, async (ballot, by, { at, tx }) => {
      const session = await this.directory.session(tx, ballot.sessionId);
      const presentMemberIds = await this.presentFor(tx, ballot);
      const present = await this.rolls.markPresent(tx, ballotId, presentMemberIds);
      const sessionIsOpen = session?.openedAt != null && session.closedAt === null;
      const opening = { present, issued, sessionIsOpen };
      if (!hasSealed(ballot.channel)) return open(ballot, by, opening, at);
      const change = open(ballot, by, { ...opening, registration: await this.sealing.registration(tx, ballot, presentMemberIds) }, at);
      await this.sealing.open(tx, change.ballot, at);
      return change;
    });
  }

  /** Nobody signs in where the whole staff is asked: who is on the roll is reached. */
  private async presentFor(tx: Transaction, { id, electorate, sessionId }: Ballot): Promise<readonly string[]> {
    return electorate === 'staff' ? this.rolls.memberIds(tx, id) : (await this.directory.attendance(tx, sessionId)).presentMemberIds;
  }
}
