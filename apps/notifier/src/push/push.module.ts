import { Module } from '@nestjs/common';
import { LettersModule } from '../letters/letters.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { DevicePosts } from './device-posts.js';
import { ForgetDevicesWhenSignInsEnded } from './forget-devices.reaction.js';
import { PushDevicesRepository } from './push-devices.repository.js';
import { PushDevices } from './push-devices.service.js';
import { PushKeys } from './push-keys.js';
import { PushController } from './push.controller.js';
import { PushWorker } from './push.worker.js';
import { WebPushWay } from './web-push.way.js';

/** What ends with a sign-in. */
export const PUSH_REACTIONS = [ForgetDevicesWhenSignInsEnded];

/** What people are told on their own devices, by Web Push. */
@Module({
  imports: [LettersModule, NoticesModule],
  controllers: [PushController],
  providers: [PushKeys, WebPushWay, PushDevicesRepository, PushDevices, DevicePosts, PushWorker, ...PUSH_REACTIONS],
  exports: [PushKeys, PushDevicesRepository],
})
export class PushModule {}
