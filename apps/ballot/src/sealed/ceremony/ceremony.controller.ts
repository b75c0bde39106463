import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { Ceremony, OwnCeremony } from './ceremony.query.js';
import { GiveCertificateRequest, GiveOutputRequest, GivePolynomialRequest } from './ceremony.requests.js';
import { CeremonyAnswer, OwnCeremonyAnswer } from './ceremony.responses.js';
import { TakeCeremonyStep } from './take-ceremony-step.command.js';

/** The key ceremony of the scrutineers, where any so many of them open the box: three rounds, each of which waits for all. */
@Controller('ballots/:id/ceremony')
export class CeremonyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  ceremony(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CeremonyAnswer> {
    return this.queries.execute(new Ceremony(actor, id));
  }

  @Get('own')
  own(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OwnCeremonyAnswer> {
    return this.queries.execute(new OwnCeremony(actor, id));
  }

  @Post('certificates')
  @HttpCode(200)
  certificate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { certificate }: GiveCertificateRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new TakeCeremonyStep(actor, id, 'certificate', certificate));
  }

  @Post('polynomials')
  @HttpCode(200)
  polynomial(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { polynomial }: GivePolynomialRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new TakeCeremonyStep(actor, id, 'polynomial', polynomial));
  }

  @Post('outputs')
  @HttpCode(200)
  output(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { output }: GiveOutputRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new TakeCeremonyStep(actor, id, 'output', output));
  }
}
