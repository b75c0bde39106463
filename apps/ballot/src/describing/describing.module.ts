import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { DescribeCandidatesHandler } from './describe-candidates.command.js';
import { DescribingController } from './describing.controller.js';
import { PictureOfBallotHandler } from './picture.query.js';
import { ProfilesOfBallotHandler } from './profiles.query.js';
import { RemovePictureHandler } from './remove-picture.command.js';
import { SetPictureHandler } from './set-picture.command.js';

/** What candidates hand in about themselves. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [DescribingController],
  providers: [DescribeCandidatesHandler, SetPictureHandler, RemovePictureHandler, ProfilesOfBallotHandler, PictureOfBallotHandler],
})
export class DescribingModule {}
