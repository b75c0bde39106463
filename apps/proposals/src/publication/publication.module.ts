import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AnswerConsentHandler } from './answer-consent.command.js';
import { PublicationChanges } from './publication-changes.js';
import { PublicationController } from './publication.controller.js';
import { PublicationOfProposalHandler } from './publication.query.js';
import { PublishMatterHandler } from './publish-matter.command.js';
import { PublishedMatterHandler } from './published-matter.query.js';
import { PublishedMattersHandler } from './published-matters.query.js';
import { TakeOutMatterHandler } from './take-out-matter.command.js';
import { WithholdFieldsHandler } from './withhold-fields.command.js';

/** What members of the organisation read of closed matters. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [PublicationController],
  providers: [
    PublicationChanges,
    PublicationOfProposalHandler,
    PublishedMattersHandler,
    PublishedMatterHandler,
    PublishMatterHandler,
    AnswerConsentHandler,
    WithholdFieldsHandler,
    TakeOutMatterHandler,
  ],
})
export class PublicationModule {}
