import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, CurrentSignIn } from '@plenum/service-kit';
import { ChangePasswordRequest, ConfirmationRequest, OwnMobileRequest } from './accounts.requests.js';
import { ConfirmationResponse, DeviceListResponse } from './accounts.responses.js';
import { ConfirmAct } from './confirm-act.command.js';
import { ChangeOwnMobile } from './change-own-mobile.command.js';
import { ChangePassword } from './change-password.command.js';
import { OwnDevices } from './devices.query.js';
import { SignOutDevices } from './sign-out-devices.command.js';

/** One's own account: everybody's own, and nobody else's. */
@Controller('me')
export class AccountController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Sets one's own password anew; every other device is signed out. */
  @Put('password')
  @HttpCode(204)
  changePassword(
    @CurrentActor() actor: Actor,
    @CurrentSignIn() signInId: string,
    @Body() { oldPassword, newPassword }: ChangePasswordRequest,
  ): Promise<void> {
    return this.commands.execute(new ChangePassword(actor, signInId, oldPassword, newPassword));
  }

  /** Sets one's own mobile number, or takes it away. */
  @Put('mobile')
  @HttpCode(204)
  changeMobile(@CurrentActor() actor: Actor, @Body() { mobile }: OwnMobileRequest): Promise<void> {
    return this.commands.execute(new ChangeOwnMobile(actor, mobile));
  }

  /** Shows the password again for one act, which asks for it: whoever sits at an open session does not know it. */
  @Post('confirmations')
  @HttpCode(200)
  confirm(
    @CurrentActor() actor: Actor,
    @CurrentSignIn() signInId: string,
    @Body() { password, act, about }: ConfirmationRequest,
  ): Promise<ConfirmationResponse> {
    return this.commands.execute(new ConfirmAct(actor, signInId, password, act, about));
  }

  /** The devices that one is signed in on, this one first. */
  @Get('devices')
  async list(@CurrentActor() actor: Actor, @CurrentSignIn() signInId: string): Promise<DeviceListResponse> {
    return { items: await this.queries.execute(new OwnDevices(actor, signInId)) };
  }

  /** Signs out every device but this one. */
  @Delete('devices')
  @HttpCode(204)
  signOutOthers(@CurrentActor() actor: Actor, @CurrentSignIn() signInId: string): Promise<void> {
    return this.commands.execute(new SignOutDevices(actor, { sparing: signInId }));
  }

  /** Signs out one device. */
  @Delete('devices/:id')
  @HttpCode(204)
  signOut(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) deviceId: string): Promise<void> {
    return this.commands.execute(new SignOutDevices(actor, { deviceId }));
  }
}
