import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { attached, DOCX } from '../report/attached.js';
import { AwardDocument } from './award-document.query.js';
import { AwardList } from './award-list.query.js';
import { AwardDecisionRequest, AwardDocumentRequest, AwardListRequest, NominationRequest } from './awards.requests.js';
import { AwardListAnswer, AwardVersionAnswer } from './awards.responses.js';
import { DecideOnAward } from './decide-on-award.command.js';
import { Nominate } from './nominate.command.js';
import { PutToVote } from './put-to-vote.command.js';

/** Excellent proposals (优秀提案) and units (先进承办单位): nominated by the committee or heads of delegations, awarded by it or by a vote. */
@Controller('awards')
export class AwardsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What is awarded and what oneself nominated; for the committee all nominations. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() { sessionId }: AwardListRequest): Promise<AwardListAnswer> {
    return this.queries.execute(new AwardList(actor, sessionId));
  }

  /** The award list for the next session: what is awarded. */
  @Get('awards.docx')
  async document(@CurrentActor() actor: Actor, @Query() { sessionId, language = 'zh' }: AwardDocumentRequest): Promise<StreamableFile> {
    return attached('awards.docx', DOCX, await this.queries.execute(new AwardDocument(actor, sessionId, language)));
  }

  @Post()
  nominate(
    @CurrentActor() actor: Actor,
    @Body() { sessionId, kind, nomineeId, criteria, citation }: NominationRequest,
  ): Promise<AwardVersionAnswer> {
    return this.commands.execute(new Nominate(actor, { sessionId, kind, nomineeId }, { criteria, citation }));
  }

  /** The committee awards, or does not, with the reason. */
  @Post(':id/decision')
  @HttpCode(200)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { isAwarded, reason = null, version }: AwardDecisionRequest,
  ): Promise<AwardVersionAnswer> {
    return this.commands.execute(new DecideOnAward(actor, id, { isAwarded, reason }, version));
  }

  /** The nomination waits for a ballot that decides about the proposal; its outcome comes back by itself. */
  @Post(':id/vote')
  @HttpCode(200)
  putToVote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<AwardVersionAnswer> {
    return this.commands.execute(new PutToVote(actor, id, version));
  }
}
