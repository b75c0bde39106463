import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { OfferKey } from './offer-key.command.js';
import { TrusteeKeys } from './trustee-keys.query.js';
import { OfferKeyRequest } from './trustee-keys.requests.js';
import { TrusteeKeysAnswer } from './trustee-keys.responses.js';

/** The keys of scrutineers who each hold their own. */
@Controller('ballots/:id')
export class TrusteeKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('trustee-keys')
  @HttpCode(200)
  offerKey(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { publicKey }: OfferKeyRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new OfferKey(actor, id, publicKey));
  }

  @Get('trustee-keys')
  trusteeKeys(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TrusteeKeysAnswer> {
    return this.queries.execute(new TrusteeKeys(actor, id));
  }
}
