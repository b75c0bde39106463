import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ExportsController } from './exports.controller.js';
import { MattersExportHandler } from './matters-export.query.js';

/** What somebody may read, as files in open formats. */
@Module({ imports: [StorageModule, AccessModule], controllers: [ExportsController], providers: [MattersExportHandler] })
export class ExportsModule {}
