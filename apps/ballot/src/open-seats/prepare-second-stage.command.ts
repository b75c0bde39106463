import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Ballot, BallotErrors, secondStage, type SecondStage } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';

/** An organiser prepares the election of officers from among the elected of a declared election. */
export class PrepareSecondStage extends Command<BallotVersion> {
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
    private readonly changes: BallotChanges,
    private readonly authorities: Authorities,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws `ballot.not-found`, `ballot.candidate-unknown`, `ballot.names-alike`, and what {@link secondStage} refuses */
  execute({ actor, ballotId, stage, key }: PrepareSecondStage): Promise<BallotVersion> {
    const content = { ballotId, ...stage, identities: [...stage.identities] };
    return this.changes.add({ actor, action: 'prepare-second-stage', retry: { key, content } }, async ({ tx, at }) => {
      // An annulment of any of the rounds waits here, or this one sees it.
      await this.ballots.findFamily(tx, ballotId, actor.organisationId);
      const rounds = await this.roundsOf(tx, ballotId, actor.organisationId);
      const change = secondStage(
        rounds,
        await this.authorities.authorityIn(tx, actor, rounds[0].sessionId),
        { ...stage, id: randomUUID() },
        at,
      );
      const eligible = change.ballot.descent?.eligible ?? [];
      const known = await this.candidacies.activeAmong(tx, actor.organisationId, eligible);
      const unknown = eligible.filter((id) => !known.has(id));
      if (unknown.length > 0) throw BallotErrors.candidateUnknown(unknown);
      await this.candidacies.assertKnown(tx, actor.organisationId, 'election', change.ballot.choices);
      return this.candidacies.toldApart(tx, change);
    });
  }

  /**
   * An election from its first round to its last: whichever of them was asked for, all of them filled the seats. Where one came to nothing
   * and was run again, the later one stands for it.
   */
  private async roundsOf(tx: Transaction, ballotId: string, organisationId: string): Promise<[Ballot, ...Ballot[]]> {
    const find = (id: string): Promise<Ballot> => this.ballots.find(tx, id, organisationId);
    let first = await find(ballotId);
    for (let before = beforeOf(first); before !== null; before = beforeOf(first)) first = await find(before);
    const rounds: [Ballot, ...Ballot[]] = [await this.standing(tx, first)];
    for (
      let last = rounds[0], next = await this.ballots.followerOf(tx, last.id);
      next !== null;
      next = await this.ballots.followerOf(tx, last.id)
    ) {
      last = await this.standing(tx, await find(next));
      rounds.push(last);
    }
    return rounds;
  }

  private async standing(tx: Transaction, round: Ballot): Promise<Ballot> {
    let standing = round;
    for (let again = await this.ballots.rerunOf(tx, standing.id); again !== null; again = await this.ballots.rerunOf(tx, standing.id)) {
      standing = await this.ballots.find(tx, again, round.organisationId);
    }
    return standing;
  }
}

/** The ballot that a round repeats, or the round before it; null of a first one. */
const beforeOf = ({ rerunOf, follows, descent }: Ballot): string | null => rerunOf ?? (descent?.as === 'next-round' ? follows : null);
