import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Readings } from '../access/readings.js';
import { StorageErrors } from '../storage/storage.errors.js';
import type { TextAnswer } from './texts.responses.js';

/** One text of a proposal as it stands or stood. */
export class ProposalText extends Query<TextAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly number: number,
  ) {
    super();
  }
}

const NUMBER_MAX = 2_147_483_647;
const EARLIER = `SELECT subject, grounds, measures, changed_by AS by, changed_at AS at FROM text_versions
  WHERE proposal_id = $1 AND number = $2`;

interface TextRow extends Pick<TextAnswer, 'subject' | 'grounds' | 'measures'> {
  readonly by: string;
  readonly at: Date;
}

@QueryHandler(ProposalText)
export class ProposalTextHandler implements IQueryHandler<ProposalText> {
  constructor(
    private readonly readings: Readings,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `proposals.not-found`, also for a text that is not kept; `proposals.forbidden` */
  async execute({ actor, proposalId, number }: ProposalText): Promise<TextAnswer> {
    const { proposal } = await this.readings.ofTexts(actor, proposalId);
    const { content, text } = proposal;
    const { by, at, ...said } = number === text.number ? { ...content, by: text.by, at: text.at } : await this.earlier(proposalId, number);
    const [member] = await this.directory.membersByIds(this.database, [by]);
    const { subject, grounds, measures } = said;
    return { number, by: { id: by, name: member?.name ?? null }, at: at.toISOString(), subject, grounds, measures };
  }

  private async earlier(proposalId: string, number: number): Promise<TextRow> {
    const [row] = number > 0 && number <= NUMBER_MAX ? await this.database.query<TextRow>(EARLIER, [proposalId, number]) : [];
    if (!row) throw StorageErrors.notFound('text', `${proposalId}/${number}`);
    return row;
  }
}
