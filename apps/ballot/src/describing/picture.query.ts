import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { VisibleBallots } from '../access/visible-ballots.js';
import { type KeptPicture, ProfilesRepository } from '../storage/profiles.repository.js';

/** A picture of a candidate by its fingerprint, for whoever may see the ballot. */
export class PictureOfBallot extends Query<KeptPicture> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly digest: string,
  ) {
    super();
  }
}

@QueryHandler(PictureOfBallot)
export class PictureOfBallotHandler implements IQueryHandler<PictureOfBallot> {
  constructor(
    private readonly visible: VisibleBallots,
    private readonly profiles: ProfilesRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.picture-unknown` */
  async execute({ actor, ballotId, digest }: PictureOfBallot): Promise<KeptPicture> {
    const { ballot } = await this.visible.find(actor, ballotId);
    const picture = await this.profiles.picture(this.database, ballot.id, digest);
    if (!picture) throw BallotErrors.pictureUnknown();
    return picture;
  }
}
