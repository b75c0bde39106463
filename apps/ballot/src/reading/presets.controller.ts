import { Controller, Get } from '@nestjs/common';
import { PRESETS } from '@plenum/ballot-domain';
import { PresetsAnswer } from './presets.responses.js';

/** Rules to start a draft from. They are no secret and nobody's in particular: everybody who is signed in may read them. */
@Controller('presets')
export class PresetsController {
  @Get()
  list(): PresetsAnswer {
    return {
      items: PRESETS.map((preset) => {
        const { id, source, mark, floors } = preset;
        const told = { id, source, mark, asks: floors.map(({ asks, clause }) => ({ asks, clause: { ...clause } })) };
        return preset.kind === 'election'
          ? { ...told, kind: preset.kind, rules: preset.rules }
          : { ...told, kind: preset.kind, rules: preset.rules };
      }),
    };
  }
}
