import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Ballot, isDeclared, maySeeProgress } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Presence } from '../presence/presence.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { ProfilesRepository } from '../storage/profiles.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { ballotAnswer, outsiderAnswer } from './ballot-answer.js';
import type { BallotAnswer } from './ballots.responses.js';
import { VisibleBallots } from '../access/visible-ballots.js';

/** One ballot with all that the actor may know of it. */
export class BallotPage extends Query<BallotAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(BallotPage)
export class BallotPageHandler implements IQueryHandler<BallotPage> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly rolls: RollRepository,
    private readonly profiles: ProfilesRepository,
    private readonly visible: VisibleBallots,
    private readonly presence: Presence,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws `ballot.not-found`, also for a draft that is not the actor's to see */
  async execute({ actor, ballotId }: BallotPage): Promise<BallotAnswer> {
    const { ballot, by } = await this.visible.find(actor, ballotId);
    const around = {
      related: await this.ballots.relatedTo(this.database, ballot),
      hasProfiles: await this.profiles.hasAny(this.database, ballotId),
      at: this.clock.now(),
    };
    if (!isDeclared(ballot) && !maySeeProgress(ballot, by)) return outsiderAnswer(ballot, by, around);
    const officers = await this.directory.membersByIds(this.database, [
      ...ballot.officers.map(({ memberId }) => memberId),
      ...ballot.codesDesk,
    ]);
    return ballotAnswer(ballot, by, {
      names: new Map(officers.map(({ id, name }) => [id, name])),
      presentNow: await this.presentNow(ballot),
      followedBy: await this.ballots.followerOf(this.database, ballotId),
      secondStages: await this.ballots.secondStagesOf(this.database, ballotId),
      repeatedBy: await this.ballots.rerunOf(this.database, ballotId),
      ...around,
    });
  }

  private async presentNow(ballot: Ballot): Promise<number | null> {
    if (ballot.state !== 'ROLL_FROZEN') return null;
    return this.rolls.countAmong(this.database, ballot.id, await this.presence.membersPresent(this.database, ballot));
  }
}
