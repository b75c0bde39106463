import { Body, Controller, Get, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { PreferencesRequest } from './preferences.requests.js';
import type { PreferencesResponse } from './preferences.responses.js';
import { PreferencesService } from './preferences.service.js';

/** How one wants to be told. */
@Controller('preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  get(@CurrentActor() actor: Actor): Promise<PreferencesResponse> {
    return this.preferences.preferencesOf(actor);
  }

  @Put()
  put(@CurrentActor() actor: Actor, @Body() request: PreferencesRequest): Promise<PreferencesResponse> {
    return this.preferences.keep(actor, request);
  }
}
