import { Module } from '@nestjs/common';
import { WaysModule } from '../ways/ways.module.js';
import { QueuesPage } from './queues-page.js';
import { WayMetrics } from './way-metrics.js';

/** What only whoever runs the house sees. */
@Module({ imports: [WaysModule], providers: [QueuesPage, WayMetrics] })
export class OperationsModule {}
