import { Module } from '@nestjs/common';
import { WayMeter } from './way-meter.js';

/** What all ways have in common. */
@Module({ providers: [WayMeter], exports: [WayMeter] })
export class WaysModule {}
