import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { VisibleBallots } from '../access/visible-ballots.js';
import { ProfilesRepository } from '../storage/profiles.repository.js';
import type { ProfilesAnswer } from './describing.responses.js';

/** Everybody on the list of a ballot with what they handed in, for whoever may see the ballot. */
export class ProfilesOfBallot extends Query<ProfilesAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(ProfilesOfBallot)
export class ProfilesOfBallotHandler implements IQueryHandler<ProfilesOfBallot> {
  constructor(
    private readonly visible: VisibleBallots,
    private readonly profiles: ProfilesRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found` */
  async execute({ actor, ballotId }: ProfilesOfBallot): Promise<ProfilesAnswer> {
    const { ballot } = await this.visible.find(actor, ballotId);
    const handedIn = new Map((await this.profiles.profilesOf(this.database, ballotId)).map((profile) => [profile.choiceId, profile]));
    // Where nobody has a profile there is nothing to read, and the list is told by the ballot itself.
    const listed = handedIn.size === 0 ? [] : ballot.choices;
    return {
      profiles: listed.map(({ id, label }) => ({
        id,
        label,
        text: handedIn.get(id)?.text || null,
        picture: handedIn.get(id)?.picture ?? null,
      })),
    };
  }
}
