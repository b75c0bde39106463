import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { DiscardDraftHandler } from './discard-draft.command.js';
import { DraftProposalHandler } from './draft-proposal.command.js';
import { EnterPaperFormHandler } from './enter-paper-form.command.js';
import { FilingController } from './filing.controller.js';
import { PaperController } from './paper.controller.js';
import { ReviseProposalHandler } from './revise-proposal.command.js';
import { SubmitProposalHandler } from './submit-proposal.command.js';
import { TakeLeadHandler } from './take-lead.command.js';
import { WithdrawProposalHandler } from './withdraw-proposal.command.js';

/** A proposal from its draft until it is submitted or withdrawn. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [FilingController, PaperController],
  providers: [
    DraftProposalHandler,
    EnterPaperFormHandler,
    ReviseProposalHandler,
    DiscardDraftHandler,
    SubmitProposalHandler,
    WithdrawProposalHandler,
    TakeLeadHandler,
  ],
})
export class FilingModule {}
