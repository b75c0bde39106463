import { type DynamicModule, Module } from '@nestjs/common';
import { BallotConfig } from './ballot.config.js';

/** Gives every module of the service its config. */
@Module({})
export class BallotConfigModule {
  static with(config: BallotConfig): DynamicModule {
    return { module: BallotConfigModule, global: true, providers: [{ provide: BallotConfig, useValue: config }], exports: [BallotConfig] };
  }
}
