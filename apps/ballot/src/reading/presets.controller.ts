import { Controller, Get } from '@nestjs/common';
import { PRESETS } from '@plenum/ballot-domain';
import { PresetsAnswer } from './presets.responses.js';

/** Rules to start a draft from. They are no secret and nobody's in particular: everybody who is signed in may read them. */
@Controller('presets')
export class PresetsController {
  @Get()
  list(): PresetsAnswer {
    return {
      items: PRESETS.map(({ floors, ...preset }) => ({
        ...preset,
        asks: floors.map(({ asks, clause }) => ({ asks, clause: { ...clause } })),
      })),
    };
  }
}
