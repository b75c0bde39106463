import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { GroupPostsModule } from '../group-posts/group-posts.module.js';
import { OrganisationWaysController } from './organisation-ways.controller.js';
import { OrganisationWaysHandler } from './organisation-ways.query.js';
import { RemoveGroupWayHandler } from './remove-group-way.command.js';
import { SetGroupWayHandler } from './set-group-way.command.js';
import { TryGroupWayHandler } from './try-group-way.command.js';

/** On which ways an organisation has its people told. */
@Module({
  imports: [AccessModule, GroupPostsModule],
  controllers: [OrganisationWaysController],
  providers: [OrganisationWaysHandler, SetGroupWayHandler, RemoveGroupWayHandler, TryGroupWayHandler],
})
export class OrganisationWaysModule {}
