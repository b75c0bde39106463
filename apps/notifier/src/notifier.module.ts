import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { serviceFoundation } from '@plenum/service-kit';
import { AnnouncementsModule } from './announcements/announcements.module.js';
import { BouncesModule } from './bounces/bounces.module.js';
import { GroupPostsModule } from './group-posts/group-posts.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { MailingModule } from './mailing/mailing.module.js';
import { NOTICE_REACTIONS } from './notices/notices.module.js';
import { type NotifierConfig, SERVICE } from './notifier.config.js';
import { OperationsModule } from './operations/operations.module.js';
import { OrganisationWaysModule } from './organisation-ways/organisation-ways.module.js';
import { PersonalMessagesModule } from './personal-messages/personal-messages.module.js';
import { PreferencesModule } from './preferences/preferences.module.js';
import { ProofModule } from './proof/proof.module.js';
import { PUSH_REACTIONS, PushModule } from './push/push.module.js';
import { DEADLINE_REACTIONS, RemindersModule } from './reminders/reminders.module.js';
import { SMS_REACTIONS, SmsModule } from './sms/sms.module.js';
import { UnsubscribingModule } from './unsubscribing/unsubscribing.module.js';
import { UnreachedModule } from './unreached/unreached.module.js';

const CAPABILITIES = [
  InboxModule,
  MailingModule,
  BouncesModule,
  GroupPostsModule,
  OrganisationWaysModule,
  PersonalMessagesModule,
  PushModule,
  SmsModule,
  RemindersModule,
  PreferencesModule,
  UnsubscribingModule,
  UnreachedModule,
  AnnouncementsModule,
  ProofModule,
  OperationsModule,
];

/** Who is told: notices in the inbox, live, by mail and in groups; reminders of what is due. */
@Module({})
export class NotifierModule {
  static with(config: NotifierConfig): DynamicModule {
    const reactions = [...DIRECTORY_REACTIONS, ...NOTICE_REACTIONS, ...DEADLINE_REACTIONS, ...PUSH_REACTIONS, ...SMS_REACTIONS];
    return {
      module: NotifierModule,
      imports: [...serviceFoundation(SERVICE, config, reactions), DirectoryModule, ...CAPABILITIES],
    };
  }
}
