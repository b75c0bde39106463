import { Module } from '@nestjs/common';
import { Permissions } from './permissions.js';

/** Who may do what. */
@Module({
  providers: [Permissions],
  exports: [Permissions],
})
export class AccessModule {}
