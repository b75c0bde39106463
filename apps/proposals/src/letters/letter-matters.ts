import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { type Authority, type Handling, jointProposersOf, type ProposalMatter } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { type ProposalInContext, ProposalRepository } from '../storage/proposal.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { LETTER_WORDS } from '../report/messages/letter-wording.js';
import type { ReportLanguage } from '../report/messages/wording.js';
import { WORDS } from '../report/session-report.query.js';
import { SessionFigures } from '../report/session-figures.js';
import type { LetterMatter } from './compose-letters.js';

/** What people and units were called when they first came into the matter: a letter made again says the same. The first comes last. */
const NAMES_THEN = 'SELECT names FROM facts WHERE proposal_id = ANY($1) AND names IS NOT NULL ORDER BY position DESC';

/** Which letter is asked for. */
export interface LetterAsked {
  readonly actor: Actor;
  readonly proposalId: string;
  readonly handlingId: string;
  readonly language: ReportLanguage;
}

/** What a letter is about, as both letters tell it. */
export interface FoundLetter {
  readonly found: ProposalInContext;
  readonly handling: Handling;
  readonly told: LetterMatter;
  /** What these people or units were called. */
  readonly named: (ids: readonly string[]) => readonly string[];
}

/** The matters of letters, for who may fetch them. */
@Injectable()
export class LetterMatters {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
    private readonly figures: SessionFigures,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async of(
    { actor, proposalId, handlingId, language }: LetterAsked,
    may: (matter: ProposalMatter, by: Authority) => boolean,
  ): Promise<FoundLetter> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const { proposal, handlings } = found;
    const by = await this.authorities.towards(this.database, actor, proposal);
    if (!may(found, by)) throw AccessErrors.forbidden();
    const handling = handlings.find(({ id }) => id === handlingId);
    if (!handling) throw StorageErrors.notFound('handling', handlingId);
    const proposerIds = [proposal.leadProposerId, ...jointProposersOf(proposal)];
    const members = await this.directory.membersByIds(this.database, proposerIds);
    const units = await this.directory.units(this.database, actor.organisationId);
    const organisation = await this.directory.organisation(this.database, actor.organisationId);
    const then = await this.database.query<{ names: Readonly<Record<string, string>> }>(NAMES_THEN, [
      [proposal.id, ...proposal.merged.map((one) => one.proposalId)],
    ]);
    const now = [...members, ...units].map(({ id, name }) => [id, name] as const);
    const names = new Map([...now, ...then.flatMap((fact) => Object.entries(fact.names))]);
    const named = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => names.get(id) ?? []);
    return {
      found,
      handling,
      named,
      told: {
        words: WORDS[language],
        letterWords: LETTER_WORDS[language],
        organisation: organisation?.name ?? '',
        session: await this.figures.session(actor, proposal.sessionId),
        docketNo: proposal.docketNo,
        subject: proposal.content.subject,
        proposers: named(proposerIds),
        unit: named([handling.leadUnitId]).join(''),
      },
    };
  }
}
