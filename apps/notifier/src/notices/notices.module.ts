import { Module } from '@nestjs/common';
import { FormerAddresses } from '../storage/former-addresses.repository.js';
import { Audiences } from './audience.js';
import { BALLOT_OVER_REACTIONS } from './ballots-over.projection.js';
import { GroupFacts } from './group-facts.js';
import { NoticeWire } from './notice-wire.js';
import { Notices } from './notices.js';
import { Notifications, NOTIFICATION_REACTIONS } from './notify.reaction.js';

/** What hears the facts that people are told of. */
export const NOTICE_REACTIONS = [...NOTIFICATION_REACTIONS, ...BALLOT_OVER_REACTIONS];

/** Who is told what, of every fact that somebody is told of. */
@Module({
  providers: [Audiences, Notices, NoticeWire, Notifications, FormerAddresses, GroupFacts, ...NOTICE_REACTIONS],
  exports: [Audiences, Notices, NoticeWire],
})
export class NoticesModule {}
