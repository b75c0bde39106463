import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import type { WayOutcome } from '../ways/way.js';
import { type PushDevice, PushDevicesRepository } from './push-devices.repository.js';
import type { PushText } from './push-text.js';
import { WebPushWay } from './web-push.way.js';

/** Pushes to devices that are kept: each shows how it fares, and goes where its service knows it no more. */
@Injectable()
export class DevicePosts {
  constructor(
    private readonly way: WebPushWay,
    private readonly devices: PushDevicesRepository,
    private readonly clock: Clock,
  ) {}

  async post(device: PushDevice, text: PushText): Promise<WayOutcome> {
    const became = await this.way.post({ to: device, text });
    if (became.outcome === 'sent') await this.devices.reached(device.id, this.clock.now());
    else if (became.reason === 'device-gone') await this.devices.forget(device);
    else await this.devices.troubled(device.id, became.reason, this.clock.now());
    return became;
  }
}
