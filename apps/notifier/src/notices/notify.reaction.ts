import { Injectable, type Type } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { FormerAddresses } from '../storage/former-addresses.repository.js';
import { Audiences } from './audience.js';
import { aboutIn } from './endings/ended-notices.js';
import { GroupFacts, isForGroups } from './group-facts.js';
import { type Notice, Notices } from './notices.js';
import { rulesOf, type NotifiedEvent, NOTIFICATION_RULES } from './notification-rules.js';

/** Makes the notices of an event as {@link NOTIFICATION_RULES} has it. */
@Injectable()
export class Notifications {
  constructor(
    private readonly audiences: Audiences,
    private readonly notices: Notices,
    private readonly addresses: FormerAddresses,
    private readonly groups: GroupFacts,
  ) {}

  async tell<N extends NotifiedEvent>({ id, name, data, version, occurredAt }: ReceivedEvent<N>, tx: Transaction): Promise<void> {
    const names = this.audiences.names(tx);
    const made: Notice[] = [];
    for (const rule of rulesOf(name)) {
      if (rule.addresses) await this.addresses.keep(tx, { ...rule.addresses(data), version });
      const memberIds: string[] = [];
      const told = rule.tell(data);
      for (const audience of told) memberIds.push(...(await this.audiences.membersOf(tx, data.organisationId, audience)));
      if (memberIds.length === 0) continue;
      const notice: Notice = {
        code: rule.code,
        params: await rule.params(data, names),
        link: rule.link(data),
        memberIds,
        isAboutAccount: rule.isAboutAccount === true,
        ...(rule.occasion ? { occasion: rule.occasion(data) } : {}),
      };
      made.push(notice);
      if (isForGroups(rule.code, told)) await this.groups.keep(tx, data.organisationId, id, notice);
    }
    await this.notices.tell(tx, data.organisationId, id, made, { about: aboutIn(data), at: new Date(occurredAt) });
  }
}

/** One reaction per event of the table; the inbox knows each by its own id. */
export const NOTIFICATION_REACTIONS: readonly Type<Reaction>[] = Object.keys(NOTIFICATION_RULES).map((event) =>
  notifyWhen(event as NotifiedEvent),
);

function notifyWhen(event: NotifiedEvent): Type<Reaction> {
  @Injectable()
  class Notify implements Reaction<NotifiedEvent> {
    readonly id = `TellPeopleWhen ${event}`;
    readonly hears = event;

    constructor(private readonly notifications: Notifications) {}

    react(heard: ReceivedEvent<NotifiedEvent>, tx: Transaction): Promise<void> {
      return this.notifications.tell(heard, tx);
    }
  }
  return Notify;
}
