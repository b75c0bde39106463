import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { allowedOnAward, type Award, maySeeAward, nominator } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AwardRepository } from '../storage/parts/award.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { AwardStandings } from './award-standings.js';
import type { AwardItem, AwardListAnswer } from './awards.responses.js';

/** The award list of a session: for every member what is awarded and what they nominated, for the committee all nominations. */
export class AwardList extends Query<AwardListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly docketNo: string | null;
}

/** What is nobody's secret; one that became confidential since is on no list. */
const PROPOSALS = 'SELECT id, subject AS name, docket_no AS "docketNo" FROM proposals WHERE id = ANY($1) AND confidential IS NULL';

@QueryHandler(AwardList)
export class AwardListHandler implements IQueryHandler<AwardList> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly awards: AwardRepository,
    private readonly standings: AwardStandings,
  ) {}

  /** @throws `proposals.not-found` for a session of another organisation */
  async execute({ actor, sessionId }: AwardList): Promise<AwardListAnswer> {
    const session = await this.directory.session(this.database, sessionId);
    if (session?.organisationId !== actor.organisationId) throw StorageErrors.notFound('session', sessionId);
    const by = await this.standings.of(this.database, actor, { sessionId });
    const all = await this.awards.ofSession(this.database, sessionId, actor.organisationId);
    const seen = all.filter((award) => maySeeAward(award, by));
    const named = await this.namesOf(actor.organisationId, seen);
    const items = seen.flatMap((award): AwardItem[] => {
      const { id, kind, nomineeId, criteria, citation, state, decidedBy, version } = award;
      const found = named.get(nomineeId);
      if (!found) return [];
      const { name, docketNo } = found;
      const reason = by.reviews ? award.reason : null;
      const allowedActions = [...allowedOnAward(award, by)];
      return [
        { id, kind, nomineeId, name, docketNo, criteria: [...criteria], citation, state, decidedBy, reason, version, allowedActions },
      ];
    });
    return { items, mayNominate: nominator(by) === null };
  }

  private async namesOf(organisationId: string, awards: readonly Award[]): Promise<ReadonlyMap<string, Named>> {
    const proposals = await this.database.query<Named>(PROPOSALS, [awards.map(({ nomineeId }) => nomineeId)]);
    const units = await this.directory.units(this.database, organisationId);
    return new Map([...proposals, ...units.map(({ id, name }) => ({ id, name, docketNo: null }))].map((one) => [one.id, one]));
  }
}
