import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { type Actor, CurrentActor, CurrentSignIn } from '@plenum/service-kit';
import { PushDevices } from './push-devices.service.js';
import { PushDeviceRequest } from './push.requests.js';
import type { PushResponse, PushTrialResponse } from './push.responses.js';

/** On which devices one is told by Web Push. */
@Controller('push')
export class PushController {
  constructor(private readonly devices: PushDevices) {}

  /** Whether this house pushes, and on which of one's own devices. */
  @Get()
  read(@CurrentActor() actor: Actor, @CurrentSignIn() signInId: string): Promise<PushResponse> {
    return this.devices.of(actor, signInId);
  }

  /** Has oneself told on the device one asks from, until one signs out there. */
  @Put('device')
  async set(@CurrentActor() actor: Actor, @CurrentSignIn() signInId: string, @Body() device: PushDeviceRequest): Promise<PushResponse> {
    await this.devices.set(actor, signInId, device);
    return this.devices.of(actor, signInId);
  }

  /** Has oneself told no more on one of one's own devices. */
  @Delete('devices/:id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.devices.remove(actor, id);
  }

  /** Sends a trial push to the device one asks from, and says what became of it. */
  @Post('trials')
  @HttpCode(200)
  try(@CurrentActor() actor: Actor, @CurrentSignIn() signInId: string): Promise<PushTrialResponse> {
    return this.devices.try(actor, signInId);
  }
}
