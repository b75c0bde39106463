import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AwardChanges } from './award-changes.js';
import { AwardDocumentHandler } from './award-document.query.js';
import { AwardListHandler } from './award-list.query.js';
import { AwardStandings } from './award-standings.js';
import { AWARD_REACTIONS } from './awards.reactions.js';
import { AwardsController } from './awards.controller.js';
import { DecideOnAwardHandler } from './decide-on-award.command.js';
import { NominateHandler } from './nominate.command.js';
import { PutToVoteHandler } from './put-to-vote.command.js';

/** The award list of a session. */
@Module({
  imports: [AccessModule, DecisionsModule, StorageModule],
  controllers: [AwardsController],
  providers: [
    AwardChanges,
    AwardStandings,
    AwardListHandler,
    AwardDocumentHandler,
    NominateHandler,
    DecideOnAwardHandler,
    PutToVoteHandler,
    ...AWARD_REACTIONS,
  ],
})
export class AwardsModule {}
