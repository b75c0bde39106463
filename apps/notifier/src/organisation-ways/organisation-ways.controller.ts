import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionQuery } from '@plenum/service-kit';
import { OrganisationWays } from './organisation-ways.query.js';
import { GroupProviderParam, SetGroupWayRequest, SetMessageAppRequest } from './organisation-ways.requests.js';
import { MessageTrialResponse, OrganisationWaysResponse, TrialResponse } from './organisation-ways.responses.js';
import { RemoveGroupWay } from './remove-group-way.command.js';
import { RemoveMessageApp } from './remove-message-app.command.js';
import { RemoveSmsGateway } from './remove-sms-gateway.command.js';
import { SetGroupWay } from './set-group-way.command.js';
import { SetMessageApp } from './set-message-app.command.js';
import { SetSmsGateway } from './set-sms-gateway.command.js';
import { SetSmsGatewayRequest } from './sms-gateway.requests.js';
import { TryGroupWay } from './try-group-way.command.js';
import { TryMessageApp } from './try-message-app.command.js';
import { TrySmsGateway } from './try-sms-gateway.command.js';

/** On which ways an organisation has its people told, for organisers. */
@Controller('ways')
export class OrganisationWaysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** The robots of its groups, its apps that write to people and its gateway of SMS, each with how it fares. */
  @Get()
  read(@CurrentActor() actor: Actor): Promise<OrganisationWaysResponse> {
    return this.queries.execute(new OrganisationWays(actor));
  }

  /** Sets a robot, or turns it on and off. What waits while it is turned off is not posted any more. */
  @Put('groups/:provider')
  async set(
    @CurrentActor() actor: Actor,
    @Param() { provider }: GroupProviderParam,
    @Body() { version, ...robot }: SetGroupWayRequest,
  ): Promise<OrganisationWaysResponse> {
    await this.commands.execute(new SetGroupWay(actor, provider, robot, version));
    return this.queries.execute(new OrganisationWays(actor));
  }

  /** Forgets a robot, with its address and secret. */
  @Delete('groups/:provider')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param() { provider }: GroupProviderParam,
    @Query() { version }: OnVersionQuery,
  ): Promise<void> {
    await this.commands.execute(new RemoveGroupWay(actor, provider, version));
  }

  /** Posts a trial into the group at once, and says what became of it. */
  @Post('groups/:provider/trials')
  @HttpCode(200)
  try(@CurrentActor() actor: Actor, @Param() { provider }: GroupProviderParam): Promise<TrialResponse> {
    return this.commands.execute(new TryGroupWay(actor, provider));
  }

  /** Sets the app that writes to people one by one, or turns it on and off. */
  @Put('apps/:provider')
  async setApp(
    @CurrentActor() actor: Actor,
    @Param() { provider }: GroupProviderParam,
    @Body() { version, ...app }: SetMessageAppRequest,
  ): Promise<OrganisationWaysResponse> {
    await this.commands.execute(new SetMessageApp(actor, provider, app, version));
    return this.queries.execute(new OrganisationWays(actor));
  }

  /** Forgets an app, with its secret. */
  @Delete('apps/:provider')
  @HttpCode(204)
  async removeApp(
    @CurrentActor() actor: Actor,
    @Param() { provider }: GroupProviderParam,
    @Query() { version }: OnVersionQuery,
  ): Promise<void> {
    await this.commands.execute(new RemoveMessageApp(actor, provider, version));
  }

  /** Sends whoever asks a trial message at once, and says what became of it. */
  @Post('apps/:provider/trials')
  @HttpCode(200)
  tryApp(@CurrentActor() actor: Actor, @Param() { provider }: GroupProviderParam): Promise<MessageTrialResponse> {
    return this.commands.execute(new TryMessageApp(actor, provider));
  }

  /** Sets the gateway that sends messages by SMS, or turns it on and off. */
  @Put('sms')
  async setSms(@CurrentActor() actor: Actor, @Body() { version, ...gateway }: SetSmsGatewayRequest): Promise<OrganisationWaysResponse> {
    await this.commands.execute(new SetSmsGateway(actor, { ...gateway, signature: gateway.signature ?? null }, version));
    return this.queries.execute(new OrganisationWays(actor));
  }

  /** Forgets the gateway, with its secret. */
  @Delete('sms')
  @HttpCode(204)
  async removeSms(@CurrentActor() actor: Actor, @Query() { version }: OnVersionQuery): Promise<void> {
    await this.commands.execute(new RemoveSmsGateway(actor, version));
  }

  /** Sends whoever asks a trial at once, and says what became of it. */
  @Post('sms/trials')
  @HttpCode(200)
  trySms(@CurrentActor() actor: Actor): Promise<MessageTrialResponse> {
    return this.commands.execute(new TrySmsGateway(actor));
  }
}
