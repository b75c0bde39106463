import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { MergingOfProposal } from './merging-of-proposal.query.js';
import { UndoMergeRequest } from './merging.requests.js';
import { MergingAnswer } from './merging.responses.js';
import { UndoMerge } from './undo-merge.command.js';

/** Proposals merged into one (并案): proposed and consented to as every request, read and undone here. */
@Controller('proposals/:id/merging')
export class MergingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** The merge that the proposal is part of, with the texts of all: for their authors, who signed any of them, and the committee. */
  @Get()
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MergingAnswer> {
    return this.queries.execute(new MergingOfProposal(actor, id));
  }

  /** Takes back all that was merged into the proposal: each is again where it was. */
  @Post('undoing')
  @HttpCode(200)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: UndoMergeRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new UndoMerge(actor, id, reason, version));
  }
}
