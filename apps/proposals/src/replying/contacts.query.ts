import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { maySeeContacts } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { PersonAnswer } from '../shapes/named.responses.js';
import { ContactRepository } from '../storage/parts/contact.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import type { ContactsAnswer } from './replying.responses.js';

/** With whom the units of a proposal spoke, for proposers, units and committee. */
export class ContactsOf extends Query<ContactsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@QueryHandler(ContactsOf)
export class ContactsHandler implements IQueryHandler<ContactsOf> {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly contacts: ContactRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: ContactsOf): Promise<ContactsAnswer> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, found.proposal);
    if (!maySeeContacts(found, by)) throw AccessErrors.forbidden();
    const contacts = await this.contacts.of(this.database, proposalId);
    const members = await this.directory.membersByIds(this.database, [...new Set(contacts.map((one) => one.by))]);
    const units = contacts.length > 0 ? await this.directory.units(this.database, actor.organisationId) : [];
    const names = new Map([...members, ...units].map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    return {
      items: contacts.map(({ at, by: logged, unitId, ...contact }) => ({
        ...contact,
        unit: named(unitId),
        by: named(logged),
        at: at.toISOString(),
      })),
    };
  }
}
