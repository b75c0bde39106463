import { Module } from '@nestjs/common';
import { BounceMailbox } from './bounce-mailbox.js';
import { BouncesRepository } from './bounces.repository.js';
import { BouncesWorker } from './bounces.worker.js';

/** Mails that bounce after they were taken. */
@Module({ providers: [BouncesRepository, BounceMailbox, BouncesWorker] })
export class BouncesModule {}
