import { Module } from '@nestjs/common';
import { LettersModule } from '../letters/letters.module.js';
import { KeepMobileWhenChanged } from './keep-mobile.reaction.js';
import { MobileNumbers } from './mobile-numbers.repository.js';
import { SmsGatewaysRepository } from './sms-gateways.repository.js';
import { SmsWay } from './sms.way.js';
import { SmsWorker } from './sms.worker.js';

/** What keeps mobile numbers. */
export const SMS_REACTIONS = [KeepMobileWhenChanged];

/** What people are told by SMS, through the gateway of their organisation. */
@Module({
  imports: [LettersModule],
  providers: [SmsGatewaysRepository, MobileNumbers, SmsWay, SmsWorker, ...SMS_REACTIONS],
  exports: [SmsGatewaysRepository, MobileNumbers, SmsWay],
})
export class SmsModule {}
