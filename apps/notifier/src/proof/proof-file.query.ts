import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import type { ProofFileRequest } from './proof.requests.js';
import { ServedMatters } from './served-matters.repository.js';
import { ServedPeople } from './served-people.js';
import { toPerson } from './served-views.js';
import { writeProof } from './write-proof.js';

const PEOPLE_MAX = 20_000; // More than any house has; what is more is no file that anybody reads.

/** The proof of everybody, or of some, as a workbook. */
export class ProofFile extends Query<Buffer> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly request: ProofFileRequest,
  ) {
    super();
  }
}

@QueryHandler(ProofFile)
export class ProofFileHandler implements IQueryHandler<ProofFile> {
  constructor(
    private readonly organisers: Organisers,
    private readonly matters: ServedMatters,
    private readonly people: ServedPeople,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.not-found` */
  async execute({ actor, id, request: { only, language } }: ProofFile): Promise<Buffer> {
    await assertOrganiser(this.organisers, actor);
    const matter = await this.matters.find(actor.organisationId, id);
    const { items } = await this.people.page(matter, { only, limit: PEOPLE_MAX });
    const { timeZone, publicUrl } = this.config;
    const people = items.map((person) => toPerson(person, timeZone));
    return writeProof(matter, people, language ?? 'zh-CN', { timeZone, publicUrl });
  }
}
