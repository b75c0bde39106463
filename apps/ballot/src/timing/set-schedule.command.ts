import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { schedule, type Times } from '@plenum/ballot-domain';
import { Clock } from '@plenum/kernel';
import { Alarms } from '@plenum/messaging';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser appoints when the voting opens and closes by itself, or takes a time back. */
export class SetSchedule extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly times: Times,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetSchedule)
export class SetScheduleHandler implements ICommandHandler<SetSchedule> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly alarms: Alarms,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, ballotId, times, read }: SetSchedule): Promise<BallotVersion> {
    const changed = await this.changes.update({ actor, ballotId, action: 'set-schedule', read }, (ballot, by, { at }) =>
      schedule(ballot, by, times, at),
    );
    for (const at of [times.opensAt, times.closesAt])
      if (at) await this.alarms.set(`${ballotId}.${at.getTime()}`, at.getTime() - this.clock.now().getTime());
    return changed;
  }
}
