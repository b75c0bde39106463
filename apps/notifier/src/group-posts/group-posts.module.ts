import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { WaysModule } from '../ways/ways.module.js';
import { GroupPostsRepository } from './group-posts.repository.js';
import { GroupRobots } from './group-robots.js';
import { GroupWaysRepository } from './group-ways.repository.js';
import { GroupWorker } from './group.worker.js';

/** What everybody is told, posted into the organisation's groups by their robots. */
@Module({
  imports: [NoticesModule, WaysModule],
  providers: [GroupPostsRepository, GroupWaysRepository, GroupRobots, GroupWorker],
  exports: [GroupWaysRepository, GroupRobots],
})
export class GroupPostsModule {}
