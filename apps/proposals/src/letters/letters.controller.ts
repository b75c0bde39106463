import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { attached, DOCX } from '../report/attached.js';
import { AssignmentLetterOf } from './assignment-letter.query.js';
import { LetterRequest } from './letters.requests.js';
import { ReplyLetterOf } from './reply-letter.query.js';

/** Letters about the work of a unit (交办书, 答复函), the same to the byte however often they are made. */
@Controller('proposals/:id/handlings/:handlingId')
export class LettersController {
  constructor(private readonly queries: QueryBus) {}

  @Get('assignment.docx')
  async assignment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Query() { language = 'zh' }: LetterRequest,
  ): Promise<StreamableFile> {
    const made = await this.queries.execute(new AssignmentLetterOf({ actor, proposalId, handlingId, language }));
    return attached('assignment.docx', DOCX, made);
  }

  @Get('replies/:round/reply.docx')
  async reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Param('round', ParseIntPipe) round: number,
    @Query() { language = 'zh' }: LetterRequest,
  ): Promise<StreamableFile> {
    const made = await this.queries.execute(new ReplyLetterOf({ actor, proposalId, handlingId, language }, round));
    return attached('reply.docx', DOCX, made);
  }
}
