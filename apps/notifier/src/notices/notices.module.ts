import { Module } from '@nestjs/common';
import { FormerAddresses } from '../storage/former-addresses.repository.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';
import { Audiences } from './audience.js';
import { ENDING_REACTIONS } from './endings/end-notices.reaction.js';
import { EndedNotices } from './endings/ended-notices.js';
import { GroupFacts } from './group-facts.js';
import { NoticeWire } from './notice-wire.js';
import { Notices } from './notices.js';
import { Notifications, NOTIFICATION_REACTIONS } from './notify.reaction.js';

/** What hears the facts that people are told of. */
export const NOTICE_REACTIONS = [...NOTIFICATION_REACTIONS, ...ENDING_REACTIONS];

/** Who is told what, of every fact that somebody is told of. */
@Module({
  providers: [
    Audiences,
    Notices,
    NoticeWire,
    Notifications,
    FormerAddresses,
    WishesOfPeople,
    GroupFacts,
    EndedNotices,
    ...NOTICE_REACTIONS,
  ],
  exports: [Audiences, Notices, NoticeWire, WishesOfPeople, GroupFacts],
})
export class NoticesModule {}
