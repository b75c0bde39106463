import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ParticipationOfCall } from './participation-of-call.query.js';
import { YetToFileRequest } from './participation.requests.js';
import { ParticipationAnswer, YetToFileAnswer } from './participation.responses.js';
import { YetToFile } from './yet-to-file.query.js';

/** Who takes part in a call: for the committee and the organiser, and of their own delegation for its head. */
@Controller('calls/:id/participation')
export class ParticipationController {
  constructor(private readonly queries: QueryBus) {}

  /** How many have filed, of each delegation, beside how many proposals are hoped for. */
  @Get()
  figures(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ParticipationAnswer> {
    return this.queries.execute(new ParticipationOfCall(actor, id));
  }

  /** The delegates who have not filed. */
  @Get('yet-to-file')
  yetToFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: YetToFileRequest,
  ): Promise<YetToFileAnswer> {
    return this.queries.execute(new YetToFile(actor, id, request));
  }
}
