import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, Unlogged } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { CastPaper } from './cast-paper.command.js';
import { Credentials } from './credentials.query.js';
import { RegisterCredential } from './register-credential.command.js';
import { CastPaperRequest, RegisterCredentialRequest } from './casting.requests.js';
import { AcknowledgementAnswer, CredentialsAnswer } from './casting.responses.js';

const PAPERS_AT_ONCE_MAX = 16; // A table of shared devices with one sign-in; thirty of somebody who means harm are not read.

/** What the device of a delegate sends in a sealed ballot: its credential, and the paper. */
@Controller('ballots/:id')
export class CastingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('credentials')
  @Unlogged()
  @HttpCode(200)
  register(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { publicCredential }: RegisterCredentialRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new RegisterCredential(actor, id, publicCredential));
  }

  @Get('credentials')
  credentials(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CredentialsAnswer> {
    return this.queries.execute(new Credentials(actor, id));
  }

  /**
   * Casts a paper, with its further proofs where marks are three-way. Secrecy: the sign-in opens the door of the organisation and keeps
   * crowds away; who it was is dropped here.
   */
  @Post('papers')
  @Unlogged({ atOnceMax: PAPERS_AT_ONCE_MAX })
  @HttpCode(200)
  cast(
    @CurrentActor() { organisationId }: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { paper, marks }: CastPaperRequest,
  ): Promise<AcknowledgementAnswer> {
    return this.commands.execute(new CastPaper(organisationId, id, paper, marks));
  }
}
