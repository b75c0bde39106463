import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, Public } from '@plenum/service-kit';
import { AccessTokens } from '../credentials/tokens/access-tokens.js';
import { KeySetResponse, MeResponse, type PublishedKey } from './accounts.responses.js';
import { Me } from './me.query.js';

/** Who is signed in, and the keys that prove it. */
@Controller()
export class MeController {
  constructor(
    private readonly queries: QueryBus,
    private readonly accessTokens: AccessTokens,
  ) {}

  @Get('me')
  whoAmI(@CurrentActor() actor: Actor): Promise<MeResponse> {
    return this.queries.execute(new Me(actor));
  }

  /** The public keys of access tokens (RFC 7517). */
  @Get('.well-known/jwks.json')
  @Public()
  @Header('cache-control', 'public, max-age=300')
  keys(): KeySetResponse {
    return { keys: this.accessTokens.keySet.keys as PublishedKey[] };
  }
}
