import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ClaimantAtDesk } from './claimant.query.js';
import { ClaimantAnswer } from './desk.responses.js';

/** Whoever stands at a desk of the ballot, to its officers and its codes desk. */
@Controller('ballots/:id/claimants')
export class ClaimantsController {
  constructor(private readonly queries: QueryBus) {}

  /** Whether somebody is on the roll and there, and what they have to vote with; never which paper or slip it is. */
  @Get(':memberId')
  one(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
  ): Promise<ClaimantAnswer> {
    return this.queries.execute(new ClaimantAtDesk(actor, id, memberId));
  }
}
