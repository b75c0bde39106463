import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DoubtReason, type Verdict, marksOf, readSheet, ruleOnDoubt } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';

/** What was sent: the decision, and a sheet that is still to be read. */
export interface SentRuling {
  readonly verdict: Verdict;
  readonly reason: DoubtReason;
  readonly [sheet: string]: unknown;
}

/** A scrutineer decides a sheet that a teller left to them. */
export class RuleOnDoubt extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly sent: SentRuling,
  ) {
    super();
  }
}

@CommandHandler(RuleOnDoubt)
export class RuleOnDoubtHandler implements ICommandHandler<RuleOnDoubt> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
  ) {}

  /** @throws MalformedError for a sheet that is none, and what {@link ruleOnDoubt} refuses */
  execute({ actor, ballotId, sent }: RuleOnDoubt): Promise<BallotVersion> {
    const { verdict, reason, ...sheet } = sent;
    return this.changes.update({ actor, ballotId, action: 'rule-on-doubt' }, async (ballot, by, { tx }) => {
      const read = readSheet(sheet, marksOf(ballot));
      const { change, ruling } = ruleOnDoubt(ballot, by, await this.entries.entriesOf(tx, ballotId), { verdict, reason, sheet: read });
      await this.entries.rule(tx, ballotId, ruling);
      return change;
    });
  }
}
