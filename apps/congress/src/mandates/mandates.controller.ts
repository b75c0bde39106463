import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { MandatesQuery } from './mandates.query.js';
import { MandatesRequest } from './mandates.requests.js';
import { MandateListResponse } from './mandates.responses.js';

/** Who was elected to what. Everybody of the organisation may know. */
@Controller('mandates')
export class MandatesController {
  constructor(private readonly mandates: MandatesQuery) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: MandatesRequest): Promise<MandateListResponse> {
    return this.mandates.page(actor, request);
  }
}
