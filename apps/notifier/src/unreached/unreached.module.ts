import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { UnreachedFileHandler } from './unreached-file.query.js';
import { UnreachedController } from './unreached.controller.js';
import { UnreachedHandler } from './unreached.query.js';
import { UnreachedPeople } from './unreached.repository.js';

/** Whom no mail reached. */
@Module({
  imports: [AccessModule],
  controllers: [UnreachedController],
  providers: [UnreachedPeople, UnreachedHandler, UnreachedFileHandler],
})
export class UnreachedModule {}
