import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { OwedController } from './owed.controller.js';
import { OwedByMemberHandler } from './owed.query.js';

/** What proposals ask of a member now. */
@Module({
  imports: [AccessModule],
  controllers: [OwedController],
  providers: [OwedByMemberHandler],
})
export class OwedModule {}
