import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ReadinessController } from './readiness.controller.js';
import { ReadinessHandler } from './readiness.query.js';

/** How far a congress is set up. */
@Module({
  imports: [AccessModule],
  controllers: [ReadinessController],
  providers: [ReadinessHandler],
})
export class ReadinessModule {}
