import { Body, Controller, Delete, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionQuery } from '@plenum/service-kit';
import { DiscardDraft } from './discard-draft.command.js';
import { DraftProposal } from './draft-proposal.command.js';
import { DraftRequest, RevisionRequest, SubmissionRequest, WithdrawalRequest } from './filing.requests.js';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { ReviseProposal } from './revise-proposal.command.js';
import { SubmitProposal } from './submit-proposal.command.js';
import { TakeLead } from './take-lead.command.js';
import { WithdrawProposal } from './withdraw-proposal.command.js';

/** What the lead proposer does: draft, revise, throw away, submit, withdraw; and how somebody becomes it. */
@Controller('proposals')
export class FilingController {
  constructor(private readonly commands: CommandBus) {}

  /** Begins a proposal. The same `Idempotency-Key` makes it once. */
  @Post()
  draft(
    @CurrentActor() actor: Actor,
    @Body() { callId, ofDelegation, ...content }: DraftRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(
      new DraftProposal(
        actor,
        callId,
        { ...content, category: content.category ?? null, suggestedUnitId: content.suggestedUnitId ?? null },
        ofDelegation,
        key,
      ),
    );
  }

  /** Changes what it says, unless somebody has changed it since it was read. */
  @Patch(':id')
  revise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevisionRequest,
  ): Promise<ProposalVersionAnswer> {
    const { version, suggestedUnitId, ...stated } = request;
    const parts = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined && value !== null));
    const suggested = suggestedUnitId === undefined ? {} : { suggestedUnitId };
    return this.commands.execute(new ReviseProposal(actor, id, { ...parts, ...suggested }, version));
  }

  /** Throws a draft away that nobody else has seen. */
  @Delete(':id')
  @HttpCode(204)
  discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { version }: OnVersionQuery): Promise<void> {
    return this.commands.execute(new DiscardDraft(actor, id, version));
  }

  /** Hands it to the committee, as none of what the call excludes; after the window it becomes a suggestion. */
  @Post(':id/submission')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, confirmsExclusions }: SubmissionRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new SubmitProposal(actor, id, { confirmsExclusions }, version, key));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: WithdrawalRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new WithdrawProposal(actor, id, reason, version));
  }

  /** Takes the place of a lead proposer who has left: a seconder, or where none is left a member of the committee. */
  @Post(':id/lead')
  @HttpCode(200)
  takeLead(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new TakeLead(actor, id));
  }
}
