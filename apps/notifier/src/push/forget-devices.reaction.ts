import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { PushDevicesRepository } from './push-devices.repository.js';

/** Whoever signs out of a device, or is signed out there, is told nothing on it any more: the next to use it may be somebody else. */
@Injectable()
export class ForgetDevicesWhenSignInsEnded implements Reaction<'congress.sign-ins-ended.v1'> {
  readonly id = 'ForgetDevicesWhenSignInsEnded';
  readonly hears = 'congress.sign-ins-ended.v1';

  constructor(private readonly devices: PushDevicesRepository) {}

  async react({ data: { signInIds } }: ReceivedEvent<'congress.sign-ins-ended.v1'>, tx: Transaction): Promise<void> {
    await this.devices.forgetSignIns(tx, signInIds);
  }
}
