import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Ballot, BallotErrors, secondStage, type SecondStage } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/messaging';
import type { Actor } from '@plenum/service-kit';
import { Standings } from '../access/standings.js';
import { Candidacies } from '../preparing/candidacies.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** An organiser prepares the election of officers from among the elected of a declared election. */
export class PrepareSecondStage extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly stage: Omit<SecondStage, 'id'>,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(PrepareSecondStage)
export class PrepareSecondStageHandler implements ICommandHandler<PrepareSecondStage> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly standings: Standings,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws `ballot.not-found`, `ballot.candidate-unknown`, and what {@link secondStage} refuses */
  execute({ actor, ballotId, stage, key }: PrepareSecondStage): Promise<BallotReceipt> {
    const content = { ballotId, ...stage, identities: [...stage.identities] };
    return this.ballots.add({ actor, action: 'prepare-second-stage' }, { key, content }, async ({ tx, at }) => {
      const rounds = await this.roundsOf(tx, ballotId, actor.organisationId);
      const change = secondStage(rounds, await this.standings.of(tx, actor, rounds[0].sessionId), { ...stage, id: randomUUID() }, at);
      const eligible = change.ballot.descent?.eligible ?? [];
      const known = await this.candidacies.activeAmong(tx, actor.organisationId, eligible);
      const unknown = eligible.filter((id) => !known.has(id));
      if (unknown.length > 0) throw BallotErrors.candidateUnknown(unknown);
      return change;
    });
  }

  /** An election from its first round to its last: whichever of them was asked for, all of them filled the seats. */
  private async roundsOf(tx: Transaction, ballotId: string, organisationId: string): Promise<[Ballot, ...Ballot[]]> {
    let first = await this.ballots.find(tx, ballotId, organisationId);
    while (first.follows !== null && first.descent?.as === 'next-round') first = await this.ballots.find(tx, first.follows, organisationId);
    const rounds: [Ballot, ...Ballot[]] = [first];
    for (let next = await this.ballots.followerOf(tx, first.id); next !== null; next = await this.ballots.followerOf(tx, next)) {
      rounds.push(await this.ballots.find(tx, next, organisationId));
    }
    return rounds;
  }
}
