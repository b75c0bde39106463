import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesService } from './preferences.service.js';

/** How one wants to be told. */
@Module({ imports: [NoticesModule], controllers: [PreferencesController], providers: [PreferencesService] })
export class PreferencesModule {}
