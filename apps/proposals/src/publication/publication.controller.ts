import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { AnswerConsent } from './answer-consent.command.js';
import { PublicationOfProposal } from './publication.query.js';
import {
  ConsentRequest,
  PublishedMattersRequest,
  PublishMatterRequest,
  TakeOutRequest,
  WithholdFieldsRequest,
} from './publication.requests.js';
import { PublicationAnswer, PublicationVersionAnswer, PublishedMatterAnswer, PublishedMattersAnswer } from './publication.responses.js';
import { PublishMatter } from './publish-matter.command.js';
import { PublishedMatter } from './published-matter.query.js';
import { PublishedMatters } from './published-matters.query.js';
import { TakeOutMatter } from './take-out-matter.command.js';
import { WithholdFields } from './withhold-fields.command.js';

/** What is published of proposals and their replies (公开), by rule or by consent; never what is confidential. */
@Controller()
export class PublicationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What is published, for every member of the organisation. */
  @Get('published-matters')
  list(@CurrentActor() actor: Actor, @Query() request: PublishedMattersRequest): Promise<PublishedMattersAnswer> {
    return this.queries.execute(new PublishedMatters(actor, request));
  }

  @Get('published-matters/:id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PublishedMatterAnswer> {
    return this.queries.execute(new PublishedMatter(actor, id));
  }

  @Get('proposals/:id/publication')
  publication(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PublicationAnswer> {
    return this.queries.execute(new PublicationOfProposal(actor, id));
  }

  /** Publishes it, or asks its proposer where the rules of the call say consent. */
  @Post('proposals/:id/publication')
  @HttpCode(200)
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { withheld = [], version }: PublishMatterRequest,
  ): Promise<PublicationVersionAnswer> {
    return this.commands.execute(new PublishMatter(actor, id, withheld, version));
  }

  /** The proposer consents, and may have more kept back, or refuses. */
  @Post('proposals/:id/publication/answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { consents, withheld = [], reason = null, version }: ConsentRequest,
  ): Promise<PublicationVersionAnswer> {
    return this.commands.execute(new AnswerConsent(actor, id, { consents, withheld, reason }, version));
  }

  /** The proposer has fields kept back, before or after it is published. */
  @Post('proposals/:id/publication/withheld')
  @HttpCode(200)
  withhold(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { withheld, version }: WithholdFieldsRequest,
  ): Promise<PublicationVersionAnswer> {
    return this.commands.execute(new WithholdFields(actor, id, withheld, version));
  }

  @Post('proposals/:id/publication/withdrawal')
  @HttpCode(200)
  takeOut(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: TakeOutRequest,
  ): Promise<PublicationVersionAnswer> {
    return this.commands.execute(new TakeOutMatter(actor, id, reason, version));
  }
}
