import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AssignOfficeHandler } from './assign-office.command.js';
import { OfficesController } from './offices.controller.js';
import { OfficeListHandler } from './offices.query.js';
import { RelieveOfficeHandler } from './relieve-office.command.js';

/** Who holds which office. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [OfficesController],
  providers: [AssignOfficeHandler, RelieveOfficeHandler, OfficeListHandler],
})
export class OfficesModule {}
