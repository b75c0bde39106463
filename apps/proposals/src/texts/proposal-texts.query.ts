import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Readings } from '../access/readings.js';
import type { TextsAnswer } from './texts.responses.js';

/** Which texts of a proposal there are: the present one, and those that others could read before. */
export class ProposalTexts extends Query<TextsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

const SHOWN_MAX = 100;
const EARLIER = `SELECT number, changed_by AS by, changed_at AS at FROM text_versions WHERE proposal_id = $1
  ORDER BY number DESC LIMIT ${SHOWN_MAX - 1}`;

interface TextRow {
  readonly number: number;
  readonly by: string;
  readonly at: Date;
}

@QueryHandler(ProposalTexts)
export class ProposalTextsHandler implements IQueryHandler<ProposalTexts> {
  constructor(
    private readonly readings: Readings,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: ProposalTexts): Promise<TextsAnswer> {
    const { proposal } = await this.readings.ofTexts(actor, proposalId);
    const rows: readonly TextRow[] = [proposal.text, ...(await this.database.query<TextRow>(EARLIER, [proposalId]))];
    const members = await this.directory.membersByIds(this.database, [...new Set(rows.map(({ by }) => by))]);
    const named = new Map(members.map(({ id, name }) => [id, name]));
    return { items: rows.map(({ number, by, at }) => ({ number, by: { id: by, name: named.get(by) ?? null }, at: at.toISOString() })) };
  }
}
