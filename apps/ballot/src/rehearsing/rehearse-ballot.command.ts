import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ROLL_MAX } from '@plenum/ballot-crypto';
import { assertMayRehearse, type Ballot, BallotErrors } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Voters } from '../eligibility/voters.js';
import { BallotChanges } from '../access/ballot-changes.js';
import { RehearsalsRepository } from '../storage/rehearsals.repository.js';
import { isRunning } from './rehearsal-answer.js';
import type { RehearsalStartedAnswer } from './rehearsing.responses.js';
import { Rehearsals } from './rehearsals.js';

/** An organiser has the vote rehearsed with synthetic voters. The rehearsal goes on after the answer. */
export class RehearseBallot extends Command<RehearsalStartedAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(RehearseBallot)
export class RehearseBallotHandler implements ICommandHandler<RehearseBallot> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly voters: Voters,
    private readonly kept: RehearsalsRepository,
    private readonly rehearsals: Rehearsals,
  ) {}

  /** @throws `ballot.not-found`, `ballot.rehearsal-running`, and what {@link assertMayRehearse} refuses */
  async execute({ actor, ballotId }: RehearseBallot): Promise<RehearsalStartedAnswer> {
    const [id, practiceId] = [randomUUID(), randomUUID()];
    let real: Ballot | undefined;
    let voters = 0;
    await this.changes.update({ actor, ballotId, action: 'rehearse' }, async (ballot, by, { tx, at }) => {
      voters = Math.min(ballot.roll ?? (await this.voters.votersOf(tx, ballot)).length, ROLL_MAX);
      assertMayRehearse(ballot, by, voters);
      const before = await this.kept.latest(tx, ballotId);
      if (before && isRunning(before, at)) throw BallotErrors.rehearsalRunning();
      await this.kept.begin(tx, { id, ballotId, practiceId, voters, startedBy: by.memberId, startedAt: at });
      real = ballot;
      return { ballot, events: [] };
    });
    if (real) this.rehearsals.hold(real, { id, practiceId, voters });
    return { rehearsalId: id, voters };
  }
}
