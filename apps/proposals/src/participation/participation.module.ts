import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { ParticipationController } from './participation.controller.js';
import { ParticipationOfCallHandler } from './participation-of-call.query.js';
import { ParticipationReaders } from './participation-readers.js';
import { YetToFileHandler } from './yet-to-file.query.js';

/** Who has filed under a call and who has not, for those who call for proposals and for the heads of the delegations. */
@Module({
  imports: [StorageModule],
  controllers: [ParticipationController],
  providers: [ParticipationReaders, ParticipationOfCallHandler, YetToFileHandler],
})
export class ParticipationModule {}
