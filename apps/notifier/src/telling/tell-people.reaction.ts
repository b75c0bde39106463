import { Injectable, type Type } from '@nestjs/common';
import type { Heard, Reaction, Transaction } from '@plenum/messaging';
import { FormerAddresses } from '../mailing/former-addresses.repository.js';
import { Audiences } from './audience.js';
import { type Notice, Notices } from './notices.js';
import { rulesOf, type ToldEvent, WHO_IS_TOLD } from './who-is-told.js';

/** Makes the notices of an event as {@link WHO_IS_TOLD} has it. */
@Injectable()
export class Telling {
  constructor(
    private readonly audiences: Audiences,
    private readonly notices: Notices,
    private readonly addresses: FormerAddresses,
  ) {}

  async tell<N extends ToldEvent>({ id, name, data, version }: Heard<N>, tx: Transaction): Promise<void> {
    const names = this.audiences.names(tx);
    const made: Notice[] = [];
    for (const rule of rulesOf(name)) {
      if (rule.addresses) await this.addresses.keep(tx, { ...rule.addresses(data), version });
      const memberIds: string[] = [];
      for (const audience of rule.tell(data)) memberIds.push(...(await this.audiences.membersOf(tx, data.organisationId, audience)));
      if (memberIds.length > 0) made.push({ code: rule.code, params: await rule.params(data, names), link: rule.link(data), memberIds, isAboutAccount: rule.isAboutAccount === true, ...(rule.occasion ? { occasion: rule.occasion(data) } : {}) });
    }
    await this.notices.tell(tx, data.organisationId, id, made);
  }
}

/** One reaction per event of the table; the inbox knows each by its own id. */
export const TELLING_REACTIONS: readonly Type<Reaction>[] = Object.keys(WHO_IS_TOLD).map((event) => tellPeopleWhen(event as ToldEvent));

function tellPeopleWhen(event: ToldEvent): Type<Reaction> {
  @Injectable()
  class TellPeople implements Reaction<ToldEvent> {
    readonly id = `TellPeopleWhen ${event}`;
    readonly hears = event;

    constructor(private readonly telling: Telling) {}

    react(heard: Heard<ToldEvent>, tx: Transaction): Promise<void> {
      return this.telling.tell(heard, tx);
    }
  }
  return TellPeople;
}
