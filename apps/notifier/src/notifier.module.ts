import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { serviceFoundation } from '@plenum/service-kit';
import { GroupPostsModule } from './group-posts/group-posts.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { MailingModule } from './mailing/mailing.module.js';
import { NOTICE_REACTIONS } from './notices/notices.module.js';
import { type NotifierConfig, SERVICE } from './notifier.config.js';
import { OrganisationWaysModule } from './organisation-ways/organisation-ways.module.js';
import { PreferencesModule } from './preferences/preferences.module.js';
import { DEADLINE_REACTIONS, RemindersModule } from './reminders/reminders.module.js';
import { UnreachedModule } from './unreached/unreached.module.js';

const CAPABILITIES = [
  InboxModule,
  MailingModule,
  GroupPostsModule,
  OrganisationWaysModule,
  RemindersModule,
  PreferencesModule,
  UnreachedModule,
];

/** Who is told: notices in the inbox, live, by mail and in groups; reminders of what is due. */
@Module({})
export class NotifierModule {
  static with(config: NotifierConfig): DynamicModule {
    const reactions = [...DIRECTORY_REACTIONS, ...NOTICE_REACTIONS, ...DEADLINE_REACTIONS];
    return {
      module: NotifierModule,
      imports: [...serviceFoundation(SERVICE, config, reactions), DirectoryModule, ...CAPABILITIES],
    };
  }
}
