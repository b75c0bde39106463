import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { SimilarController } from './similar.controller.js';
import { SimilarMattersHandler } from './similar-matters.query.js';

/** What was proposed before about the same, and who handled it. */
@Module({
  imports: [AccessModule],
  controllers: [SimilarController],
  providers: [SimilarMattersHandler],
})
export class SimilarModule {}
