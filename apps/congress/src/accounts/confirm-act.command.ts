import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor, ConfirmedAct } from '@plenum/service-kit';
import { AccessTokens } from '../credentials/tokens/access-tokens.js';
import { OwnPassword } from './own-password.js';

/** That somebody showed the password again for one act on one thing, as another service can check it. */
export interface Confirmation {
  readonly confirmation: string;
  readonly expiresInS: number;
}

/** Shows the password again for one act: a session that stands open on a borrowed device is not enough for it. */
export class ConfirmAct extends Command<Confirmation> {
  constructor(
    readonly actor: Actor,
    readonly signInId: string,
    readonly password: string,
    readonly act: ConfirmedAct,
    readonly about: string,
  ) {
    super();
  }
}

@CommandHandler(ConfirmAct)
export class ConfirmActHandler implements ICommandHandler<ConfirmAct> {
  constructor(
    private readonly own: OwnPassword,
    private readonly tokens: AccessTokens,
  ) {}

  /** @throws `congress.wrong-password`, `congress.sign-in-locked` */
  async execute({ actor, signInId, password, act, about }: ConfirmAct): Promise<Confirmation> {
    await this.own.assertKnown(actor, signInId, password);
    return this.tokens.confirm(actor, signInId, act, about);
  }
}
