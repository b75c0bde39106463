import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { UnreachedController } from './unreached.controller.js';
import { UnreachedHandler } from './unreached.query.js';

/** Whom no mail reached. */
@Module({ imports: [AccessModule], controllers: [UnreachedController], providers: [UnreachedHandler] })
export class UnreachedModule {}
