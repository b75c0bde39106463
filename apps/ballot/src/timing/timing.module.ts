import { Module } from '@nestjs/common';
import { Alarms, EventKeys } from '@plenum/messaging';
import { AccessModule } from '../access/access.module.js';
import { BallotConfig, SERVICE } from '../ballot.config.js';
import { StorageModule } from '../storage/storage.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { Appointments } from './appointments.js';
import { AppointmentsWorker } from './appointments.worker.js';
import { SetScheduleHandler } from './set-schedule.command.js';
import { TimingController } from './timing.controller.js';

/** Openings and closings at the times that were set for them. */
@Module({
  imports: [StorageModule, AccessModule, VotingModule],
  controllers: [TimingController],
  providers: [
    Appointments,
    AppointmentsWorker,
    SetScheduleHandler,
    {
      provide: Alarms,
      inject: [BallotConfig],
      useFactory: (config: BallotConfig) => new Alarms(SERVICE, config.redisUrl, EventKeys.of(SERVICE, config)),
    },
  ],
})
export class TimingModule {}
