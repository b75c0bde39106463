import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { SimilarMatters } from './similar-matters.query.js';
import { SimilarRequest } from './similar.requests.js';
import { SimilarAnswer } from './similar.responses.js';

/** Earlier matters that resemble what somebody writes or reviews. */
@Controller('proposals/similar')
export class SimilarController {
  constructor(private readonly queries: QueryBus) {}

  /** Sent in a body, since what is not handed in yet stands in no address and in no log. */
  @Post()
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Body() { subject, text, except }: SimilarRequest): Promise<SimilarAnswer> {
    return this.queries.execute(new SimilarMatters(actor, { subject, text: text ?? '' }, except ?? null));
  }
}
