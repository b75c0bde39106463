import { Injectable } from '@nestjs/common';
import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import type { Queryable, Transaction } from '@plenum/database';
import {
  cosignersOf,
  type Proposal,
  type Publication,
  type PublicationChange,
  type PublicationEvent,
  unpublished,
} from '@plenum/proposals-domain';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';

const FIND = `SELECT id, organisation_id AS "organisationId", state, withheld, reason, published_at AS "publishedAt", version
  FROM publications WHERE id = $1`;

/** What every event says of its proposal. */
type AboutProposal = Omit<EventData<'proposals.disclosure-asked.v1'>, 'leadProposerId'>;

/** A proposal whose publication is changed, as others hear of it. */
export interface PublicationSubject {
  readonly proposal: Proposal;
  readonly about: AboutProposal;
}

/** Where it is kept which matters are published. Whoever changes one has locked its proposal. */
@Injectable()
export class PublicationRepository {
  constructor(private readonly records: ChangeRecords) {}

  /** Of a proposal; as it is before anybody published it where nobody did. */
  async of(from: Queryable, proposal: Proposal): Promise<Publication> {
    const [found] = await from.query<Publication>(FIND, [proposal.id]);
    return found ?? unpublished(proposal);
  }

  /** Writes a changed one. */
  async write(
    tx: Transaction,
    request: ChangeRequest<Actor>,
    { proposal, about }: PublicationSubject,
    before: Publication,
    { publication, events }: PublicationChange,
  ): Promise<void> {
    const table = this.tableOn(proposal, about);
    if (before.version === 0) await table.insert(tx, request, { after: publication, events });
    else await table.update(tx, request, before, { after: publication, events });
  }

  private tableOn(proposal: Proposal, about: AboutProposal): AggregateTable<Publication, PublicationEvent> {
    return new AggregateTable(
      {
        table: 'publications',
        kind: 'publication',
        columnsOf: (it: Publication) => [
          ['id', it.id],
          ['organisation_id', it.organisationId],
          ['state', it.state],
          ['withheld', it.withheld],
          ['reason', it.reason],
          ['published_at', it.publishedAt],
          ['version', it.version],
        ],
        toPublished: ({ version }: Publication, event: PublicationEvent) => toPublishedPublication(proposal, about, version, event),
      },
      this.records,
    );
  }
}

/** A fact about a publication as others hear it. */
function toPublishedPublication(proposal: Proposal, named: AboutProposal, version: number, event: PublicationEvent): NewEvent {
  const { id, leadProposerId } = proposal;
  const about = { ...named, leadProposerId };
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: id, version, data }) as unknown as NewEvent;
  switch (event.type) {
    case 'ConsentAsked':
      return told('proposals.disclosure-asked.v1', about);
    case 'ConsentRefused':
      return told('proposals.disclosure-refused.v1', about);
    case 'ReplyDisclosed':
      return told('proposals.reply-disclosed.v1', { ...about, seconderIds: cosignersOf(proposal) });
    case 'DisclosureWithdrawn':
      return told('proposals.disclosure-withdrawn.v1', { ...about, seconderIds: cosignersOf(proposal), reason: event.reason });
  }
}
