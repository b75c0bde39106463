import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decideOnAward } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AwardChanges, type AwardVersion } from './award-changes.js';

/** The committee awards what is nominated, or does not. */
export class DecideOnAward extends Command<AwardVersion> {
  constructor(
    readonly actor: Actor,
    readonly awardId: string,
    readonly decision: { readonly isAwarded: boolean; readonly reason: string | null },
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DecideOnAward)
export class DecideOnAwardHandler implements ICommandHandler<DecideOnAward> {
  constructor(private readonly changes: AwardChanges) {}

  execute({ actor, awardId, decision, read }: DecideOnAward): Promise<AwardVersion> {
    return this.changes.update({ awardId, actor, action: 'decide-on-award', read }, (award, by) => decideOnAward(award, by, decision));
  }
}
