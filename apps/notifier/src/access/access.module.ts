import { Module } from '@nestjs/common';
import { Organisers } from './organisers.js';

/** Who somebody is here. */
@Module({ providers: [Organisers], exports: [Organisers] })
export class AccessModule {}
