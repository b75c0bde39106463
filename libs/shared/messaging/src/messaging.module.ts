import { type DynamicModule, Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Messaging } from './messaging.js';
import type { MessagingOptions } from './messaging.options.js';
import { Outbox } from './outbox.js';

/** Gives a service its outbox and starts its relay and inbox with it. */
@Module({})
export class MessagingModule {
  /** Global: `Outbox` and `Messaging` can be injected everywhere in the service. */
  static forService(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: Messaging,
          inject: [Database, Clock, ModuleRef],
          useFactory: (database: Database, clock: Clock, moduleRef: ModuleRef) => new Messaging(options, database, clock, moduleRef),
        },
        { provide: Outbox, inject: [Messaging], useFactory: (messaging: Messaging) => messaging.outbox },
      ],
      exports: [Messaging, Outbox],
    };
  }
}
