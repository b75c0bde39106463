import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { RefreshTokens } from '../credentials/tokens/refresh-tokens.js';

/** Signs one device of the actor out, or all but the one that is spared. */
export class SignOutDevices extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly which: { readonly deviceId: string } | { readonly sparing: string },
  ) {
    super();
  }
}

@CommandHandler(SignOutDevices)
export class SignOutDevicesHandler implements ICommandHandler<SignOutDevices> {
  constructor(
    private readonly database: Database,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** @throws `congress.not-found` for what is no running device of the actor */
  async execute({ actor, which }: SignOutDevices): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ('sparing' in which) await this.refreshTokens.endAllOf(tx, actor, 'sign-out-device', which.sparing);
      else if (!(await this.refreshTokens.endOne(tx, actor, which.deviceId, 'sign-out-device'))) throw CongressErrors.notFound('device');
    });
    await this.refreshTokens.settled();
  }
}
