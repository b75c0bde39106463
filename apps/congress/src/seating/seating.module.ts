import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AmendDelegationHandler } from './amend-delegation.command.js';
import { DelegateListHandler } from './delegates.query.js';
import { DelegationListHandler } from './delegations.query.js';
import { FormDelegationHandler } from './form-delegation.command.js';
import { SeatDelegateHandler } from './seat-delegate.command.js';
import { SeatManyHandler } from './seat-many.command.js';
import { SeatingController } from './seating.controller.js';
import { UnseatDelegateHandler } from './unseat-delegate.command.js';

/** Delegations and delegates of a session. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [SeatingController],
  providers: [
    FormDelegationHandler,
    AmendDelegationHandler,
    SeatDelegateHandler,
    SeatManyHandler,
    UnseatDelegateHandler,
    DelegationListHandler,
    DelegateListHandler,
  ],
})
export class SeatingModule {}
