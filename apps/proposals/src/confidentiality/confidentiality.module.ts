import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ConfidentialityController } from './confidentiality.controller.js';
import { SetConfidentialityHandler } from './set-confidentiality.command.js';

/** Proposals that are kept from everybody without need. */
@Module({ imports: [AccessModule], controllers: [ConfidentialityController], providers: [SetConfidentialityHandler] })
export class ConfidentialityModule {}
