import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ProposalText } from './proposal-text.query.js';
import { ProposalTexts } from './proposal-texts.query.js';
import { TextAnswer, TextsAnswer } from './texts.responses.js';

/** Texts of a proposal as they stood, for its authors, the committee and who oversees the session. */
@Controller('proposals/:id/texts')
export class TextsController {
  constructor(private readonly queries: QueryBus) {}

  /** Which there are, the present one first; a hundred at most. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TextsAnswer> {
    return this.queries.execute(new ProposalTexts(actor, id));
  }

  /** One of them, with what it said. */
  @Get(':number')
  one(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<TextAnswer> {
    return this.queries.execute(new ProposalText(actor, id, number));
  }
}
