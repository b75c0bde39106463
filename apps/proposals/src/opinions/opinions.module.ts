import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { DecideOnOpinionHandler } from './decide-on-opinion.command.js';
import { JudgeReplyHandler } from './judge-reply.command.js';
import { OpinionBoxHandler } from './opinion-box.query.js';
import { OpinionDaysWorker } from './opinion-days.worker.js';
import { OpinionListHandler } from './opinion-list.query.js';
import { OpinionPageHandler } from './opinion-page.query.js';
import { OpinionsController } from './opinions.controller.js';
import { PublishOpinionHandler } from './publish-opinion.command.js';
import { PublishedOpinionsHandler } from './published-opinions.query.js';
import { PutInOpinionHandler } from './put-in-opinion.command.js';
import { ReplyToOpinionHandler } from './reply-to-opinion.command.js';
import { SetBoxHandler } from './set-box.command.js';
import { UnpublishOpinionHandler } from './unpublish-opinion.command.js';
import { WithdrawOpinionHandler } from './withdraw-opinion.command.js';

/** The opinion box: what members put in, who answers it, and what is published of it. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [OpinionsController],
  providers: [
    OpinionDaysWorker,
    OpinionBoxHandler,
    SetBoxHandler,
    OpinionListHandler,
    OpinionPageHandler,
    PublishedOpinionsHandler,
    PutInOpinionHandler,
    DecideOnOpinionHandler,
    ReplyToOpinionHandler,
    JudgeReplyHandler,
    WithdrawOpinionHandler,
    PublishOpinionHandler,
    UnpublishOpinionHandler,
  ],
})
export class OpinionsModule {}
