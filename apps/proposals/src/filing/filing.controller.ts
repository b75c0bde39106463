import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { DraftProposal } from './draft-proposal.command.js';
import { DraftRequest, RevisionRequest, WithdrawalRequest } from './filing.requests.js';
import { ProposalReceiptAnswer } from './filing.responses.js';
import { ReviseProposal } from './revise-proposal.command.js';
import { SubmitProposal } from './submit-proposal.command.js';
import { WithdrawProposal } from './withdraw-proposal.command.js';

/** What the lead proposer does: draft, revise, submit, withdraw. */
@Controller('proposals')
export class FilingController {
  constructor(private readonly commands: CommandBus) {}

  /** Begins a proposal. The same `Idempotency-Key` makes it once. */
  @Post()
  draft(@CurrentActor() actor: Actor, @Body() { callId, ...content }: DraftRequest, @Headers('idempotency-key') key?: string): Promise<ProposalReceiptAnswer> {
    return this.commands.execute(new DraftProposal(actor, callId, { ...content, category: content.category ?? null }, key));
  }

  @Patch(':id')
  revise(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: RevisionRequest): Promise<ProposalReceiptAnswer> {
    const parts = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== null));
    return this.commands.execute(new ReviseProposal(actor, id, parts));
  }

  /** Hands it to the committee; after the window it becomes a suggestion. */
  @Post(':id/submission')
  @HttpCode(200)
  submit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Headers('idempotency-key') key?: string): Promise<ProposalReceiptAnswer> {
    return this.commands.execute(new SubmitProposal(actor, id, key));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: WithdrawalRequest): Promise<ProposalReceiptAnswer> {
    return this.commands.execute(new WithdrawProposal(actor, id, reason));
  }
}
