import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Fact } from '@plenum/proposals-domain';
import type { MatterThen } from './session-matters.js';

/** A proposal as its form prints it. */
export interface PrintedProposal {
  readonly docketNo: string | null;
  readonly subject: string;
  readonly category: string | null;
  readonly submittedOn: string;
  readonly proposer: string | null;
  readonly seconders: readonly string[];
  readonly grounds: string;
  readonly measures: string;
  readonly review: { readonly outcome: string; readonly reason: string | null } | null;
  readonly units: readonly string[];
  readonly assisting: readonly string[];
  /** By when each of the units answers; a day once. */
  readonly dueOn: readonly string[];
}

interface Texts {
  readonly id: string;
  readonly grounds: string;
  readonly measures: string;
}

const TEXTS = 'SELECT id, grounds, measures FROM proposals WHERE id = ANY($1)';
const FACTS = `SELECT proposal_id AS "proposalId", kind, at, data, names FROM facts
  WHERE proposal_id = ANY($1) AND at <= $2 AND kind IN ('ProposalSubmitted', 'ProposalReviewed', 'ProposalAssigned') ORDER BY position`;

/** What forms print: the text that was handed in, and what the facts until the cut-off tell of it. Never a rating. */
@Injectable()
export class FormTexts {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** In the order of the matters. */
  async of(matters: readonly MatterThen[], cutOff: Date, zone: string): Promise<readonly PrintedProposal[]> {
    const ids = matters.map(({ proposalId }) => proposalId);
    const texts = new Map((await this.database.query<Texts>(TEXTS, [ids])).map((text) => [text.id, text]));
    const facts = await this.database.query<Fact & { readonly proposalId: string }>(FACTS, [ids, cutOff]);
    const seconderIds = [...new Set(matters.flatMap(({ matter }) => matter.seconderIds))];
    const members = new Map((await this.directory.membersByIds(this.database, seconderIds)).map(({ id, name }) => [id, name]));
    return matters.map(({ proposalId, matter, particulars: { subject, docketNo, names } }) => {
      const own = facts.filter((fact) => fact.proposalId === proposalId);
      const review = lastOf(own, 'ProposalReviewed');
      const assigned = allOf(own, 'ProposalAssigned').map(({ data }) => data);
      const submitted = own.find(({ kind }) => kind === 'ProposalSubmitted');
      const named = (id: string): string[] => (names[id] === undefined ? [] : [names[id]]);
      return {
        docketNo,
        subject,
        category: matter.category,
        submittedOn: submitted ? dayOf(submitted.at, zone) : '',
        proposer: names[matter.leadProposerId] ?? null,
        seconders: matter.seconderIds.flatMap((id) => members.get(id) ?? []),
        grounds: texts.get(proposalId)?.grounds ?? '',
        measures: texts.get(proposalId)?.measures ?? '',
        review: review ? { outcome: review.data.outcome, reason: review.data.reason } : null,
        units: matter.units.flatMap(({ unitId }) => named(unitId)),
        assisting: [...new Set(assigned.flatMap(({ assistingUnitIds }) => assistingUnitIds))].flatMap(named),
        dueOn: [...new Set(assigned.flatMap(({ dueOn }) => dueOn ?? []))].sort(),
      };
    });
  }
}

type FactOf<K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>;
const allOf = <K extends Fact['kind']>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] =>
  facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
const lastOf = <K extends Fact['kind']>(facts: readonly Fact[], kind: K): FactOf<K> | undefined => allOf(facts, kind).at(-1);
const dayOf = (at: Date, zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
