import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { describe } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { ProfilesRepository } from '../storage/profiles.repository.js';

/** An organiser sets the texts that candidates handed in, while the ballot is a draft. */
export class DescribeCandidates extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly texts: readonly { readonly id: string; readonly text: string }[],
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DescribeCandidates)
export class DescribeCandidatesHandler implements ICommandHandler<DescribeCandidates> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly profiles: ProfilesRepository,
  ) {}

  execute({ actor, ballotId, texts, read }: DescribeCandidates): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'describe-candidates', read }, async (ballot, by, { tx }) => {
      const change = describe(
        ballot,
        by,
        texts.map(({ id }) => id),
      );
      for (const { id, text } of texts) await this.profiles.setText(tx, ballotId, id, text.trim());
      return change;
    });
  }
}
