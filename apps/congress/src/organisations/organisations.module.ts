import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { FoundOrganisationHandler } from './found-organisation.command.js';
import { HouseHandler } from './house.query.js';
import { OrganisationsController } from './organisations.controller.js';
import { RenameUnitHandler } from './rename-unit.command.js';
import { SetUpUnitHandler } from './set-up-unit.command.js';
import { UnitListHandler } from './units.query.js';

/** Organisations and their departments. */
@Module({
  imports: [StorageModule, AccessModule, CredentialsModule],
  controllers: [OrganisationsController],
  providers: [FoundOrganisationHandler, SetUpUnitHandler, RenameUnitHandler, HouseHandler, UnitListHandler],
})
export class OrganisationsModule {}
