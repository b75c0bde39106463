import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Contact, logContact } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';
import { ContactRepository } from '../storage/parts/contact.repository.js';

/** The lead unit logs that it spoke with the proposer. */
export class LogContact extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly said: Pick<Contact, 'contactedOn' | 'way' | 'who' | 'noted'>,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(LogContact)
export class LogContactHandler implements ICommandHandler<LogContact> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly contacts: ContactRepository,
  ) {}

  execute({ actor, proposalId, handlingId, said, key }: LogContact): Promise<HandlingVersion> {
    const request = { actor, proposalId, handlingId, action: 'log-contact', retry: { key, content: said } };
    return this.changes.updateHandling(request, async (matter, by, context) => {
      const { contact, ...change } = logContact(matter, by, { ...said, id: randomUUID() }, context);
      await this.contacts.add(context.tx, matter.proposal.id, contact);
      return change;
    });
  }
}
