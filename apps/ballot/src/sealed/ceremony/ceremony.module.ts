import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { StorageModule } from '../../storage/storage.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { CeremonyController } from './ceremony.controller.js';
import { CeremonyHandler, OwnCeremonyHandler } from './ceremony.query.js';
import { KeyMaking } from './key-making.js';
import { OfferKeyHandler } from './offer-key.command.js';
import { TakeCeremonyStepHandler } from './take-ceremony-step.command.js';
import { TrusteeKeysController } from './trustee-keys.controller.js';
import { TrusteeKeysHandler } from './trustee-keys.query.js';

/** How the scrutineers make the keys that only they together can use. */
@Module({
  imports: [StorageModule, AccessModule, VerificationModule],
  controllers: [TrusteeKeysController, CeremonyController],
  providers: [KeyMaking, OfferKeyHandler, TakeCeremonyStepHandler, TrusteeKeysHandler, OwnCeremonyHandler, CeremonyHandler],
  exports: [KeyMaking],
})
export class CeremonyModule {}
