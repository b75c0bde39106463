import { Module } from '@nestjs/common';
import { UnreachedController } from './unreached.controller.js';
import { UnreachedHandler } from './unreached.query.js';

/** Whom no mail reached. */
@Module({ controllers: [UnreachedController], providers: [UnreachedHandler] })
export class UnreachedModule {}
