import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { BoardModule } from '../sealed/board/board.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AnnulBallotHandler } from './annul-ballot.command.js';
import { ApproveResultHandler } from './approve-result.command.js';
import { ArchiveResultHandler } from './archive-result.command.js';
import { DeclareResultHandler } from './declare-result.command.js';
import { DeclaringController } from './declaring.controller.js';
import { PrepareNextRoundHandler } from './prepare-next-round.command.js';
import { PublishResultHandler } from './publish-result.command.js';
import { RejectResultHandler } from './reject-result.command.js';
import { BallotResultHandler } from './result.query.js';
import { RunAgainHandler } from './run-again.command.js';
import { SignTallyHandler } from './sign-tally.command.js';

/** The tally signed, the result declared, approved, published, annulled; the round that follows. */
@Module({
  imports: [StorageModule, AccessModule, EligibilityModule, BoardModule],
  controllers: [DeclaringController],
  providers: [
    SignTallyHandler,
    DeclareResultHandler,
    ApproveResultHandler,
    RejectResultHandler,
    PublishResultHandler,
    ArchiveResultHandler,
    AnnulBallotHandler,
    PrepareNextRoundHandler,
    RunAgainHandler,
    BallotResultHandler,
  ],
})
export class DeclaringModule {}
