import { Module } from '@nestjs/common';
import { GROUP_PROVIDERS } from '@plenum/contracts';
import { LettersModule } from '../letters/letters.module.js';
import { AppMessages } from './app-messages.js';
import { MessageAppsRepository } from './message-apps.repository.js';
import { MessageDesk, MessageWorker } from './message.worker.js';

/** What people are told one by one, by the apps of their organisation. */
@Module({
  imports: [LettersModule],
  providers: [
    AppMessages,
    MessageAppsRepository,
    MessageDesk,
    ...GROUP_PROVIDERS.map((provider) => ({
      provide: `MessageWorker ${provider}`,
      inject: [MessageDesk],
      useFactory: (desk: MessageDesk) => new MessageWorker(provider, desk),
    })),
  ],
  exports: [AppMessages, MessageAppsRepository],
})
export class PersonalMessagesModule {}
