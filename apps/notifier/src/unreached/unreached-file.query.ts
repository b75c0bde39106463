import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DomainError } from '@plenum/kernel';
import { type Actor, writeSpreadsheet } from '@plenum/service-kit';
import { Organisers } from '../access/organisers.js';
import { composeLetter } from '../letters/letter.js';
import { proofMessages } from '../messages/proof.js';
import { NotifierConfig } from '../notifier.config.js';
import { UnreachedPeople } from './unreached.repository.js';
import type { UnreachedFileRequest } from './unreached.requests.js';

const ROWS_MAX = 20_000;
const WIDTHS = [36, 12, 14, 20, 20, 24, 18];

/** Whom no way reached, as a workbook. */
export class UnreachedFile extends Query<Buffer> {
  constructor(
    readonly actor: Actor,
    readonly request: UnreachedFileRequest,
  ) {
    super();
  }
}

@QueryHandler(UnreachedFile)
export class UnreachedFileHandler implements IQueryHandler<UnreachedFile> {
  constructor(
    private readonly organisers: Organisers,
    private readonly people: UnreachedPeople,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws DomainError `notifier.forbidden` for whoever organises nothing here */
  async execute({ actor, request: { language: locale = 'zh-CN', ...filter } }: UnreachedFile): Promise<Buffer> {
    if (!(await this.organisers.include(actor))) throw new DomainError('notifier.forbidden', 'forbidden');
    const { items } = await this.people.page(actor.organisationId, filter, ROWS_MAX);
    const { timeZone } = this.config;
    const words = proofMessages(locale);
    const timeOf = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    const rows = items.map(({ staffNo, name, unit, delegation, reason, createdAt, ...notice }) => [
      composeLetter([notice], { name: '', locale }, this.config).subject,
      staffNo,
      name,
      unit ?? '',
      delegation ?? '',
      words.reasons[reason] ?? reason,
      timeOf.format(createdAt),
    ]);
    return writeSpreadsheet([{ name: words.unreachedSheet, widths: WIDTHS, rows: [words.unreachedHead, ...rows] }]);
  }
}
