import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@plenum/calendar';
import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import type { Queryable, Transaction } from '@plenum/database';
import {
  type Proposal,
  type ProposalMatter,
  secondersOf,
  type Supervision,
  type SupervisionChange,
  type SupervisionEvent,
  unitsOf,
  unsupervised,
  type Visit,
} from '@plenum/proposals-domain';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { aboutOf } from './proposal.publishing.js';

interface SupervisionRow {
  readonly state: Supervision['state'];
  readonly key: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly case_owner_id: string | null;
  readonly version: number;
}

interface VisitRow {
  readonly id: string;
  readonly visited_on: CivilDate;
  readonly with_whom: string;
  readonly found: string;
  readonly logged_as: Visit['as'];
  readonly by_member: string;
  readonly at: Date;
}

const ADD_VISIT = `INSERT INTO visits (id, proposal_id, nth, visited_on, with_whom, found, logged_as, by_member, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Where it is kept how matters are looked after. Whoever changes one has locked its proposal. */
@Injectable()
export class SupervisionRepository {
  constructor(private readonly records: ChangeRecords) {}

  /** Of a proposal; as it is before anybody looked after it where nobody did. */
  async of(from: Queryable, proposal: Proposal): Promise<Supervision> {
    const [row] = await from.query<SupervisionRow>('SELECT * FROM supervisions WHERE id = $1', [proposal.id]);
    if (!row) return unsupervised(proposal);
    const visits = await from.query<VisitRow>('SELECT * FROM visits WHERE proposal_id = $1 ORDER BY nth', [proposal.id]);
    return {
      id: proposal.id,
      organisationId: proposal.organisationId,
      state: row.state,
      key: row.key && { ...row.key, at: new Date(row.key.at) },
      caseOwnerId: row.case_owner_id,
      visits: visits.map(toVisit),
      version: row.version,
    };
  }

  /** Writes a changed one, with the visits that it is longer by. */
  async write(
    tx: Transaction,
    request: ChangeRequest<Actor>,
    matter: ProposalMatter,
    before: Supervision,
    { supervision, events }: SupervisionChange,
  ): Promise<void> {
    const table = this.tableOn(matter);
    if (before.version === 0) await table.insert(tx, request, { after: supervision, events });
    else await table.update(tx, request, before, { after: supervision, events });
    for (const [nth, visit] of supervision.visits.entries()) {
      if (nth < before.visits.length) continue;
      const { id, visitedOn, withWhom, found, as, by, at } = visit;
      await tx.query(ADD_VISIT, [id, matter.proposal.id, nth, visitedOn, withWhom, found, as, by, at]);
    }
  }

  private tableOn(matter: ProposalMatter): AggregateTable<Supervision, SupervisionEvent> {
    return new AggregateTable(
      {
        table: 'supervisions',
        kind: 'supervision',
        columnsOf: (it: Supervision) => [
          ['id', it.id],
          ['organisation_id', it.organisationId],
          ['state', it.state],
          ['key', it.key && JSON.stringify(it.key)],
          ['case_owner_id', it.caseOwnerId],
          ['version', it.version],
        ],
        toPublished: ({ version }: Supervision, event: SupervisionEvent) => toPublishedSupervision(matter, version, event),
      },
      this.records,
    );
  }
}

const toVisit = ({ id, visited_on: visitedOn, with_whom: withWhom, found, logged_as: as, by_member: by, at }: VisitRow): Visit => ({
  id,
  visitedOn,
  withWhom,
  found,
  as,
  by,
  at,
});

/** A fact about a supervision as others hear it: what a visit found is read where it stands. */
function toPublishedSupervision({ proposal, handlings }: ProposalMatter, version: number, event: SupervisionEvent): NewEvent {
  const { leadProposerId } = proposal;
  const [leadUnitId = null, ...assistingUnitIds] = unitsOf(handlings);
  const units = { leadUnitId, assistingUnitIds };
  const about = { ...aboutOf(proposal), leadProposerId, seconderIds: secondersOf(proposal), ...units };
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: proposal.id, version, data }) as unknown as NewEvent;
  switch (event.type) {
    case 'KeyMatterSet':
      return told('proposals.key-matter-set.v1', { ...about, reason: event.reason });
    case 'CaseOwnerNamed':
      return told('proposals.case-owner-named.v1', { ...aboutOf(proposal), memberId: event.memberId });
    case 'VisitLogged':
      return told('proposals.visit-logged.v1', { ...about, memberId: event.by, byProposer: event.as === 'PROPOSER' });
  }
}
