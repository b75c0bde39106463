import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { jointProposersOf, mayReadMerge, type Proposal, secondersOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { PersonAnswer } from '../shapes/named.responses.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { RequestRepository } from '../storage/request.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import type { MergeTextAnswer, MergingAnswer } from './merging.responses.js';

/** The merge that a proposal is part of, as its authors and the committee read it: the texts beside each other. */
export class MergingOfProposal extends Query<MergingAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

/** What is merged into what. */
interface Merge {
  readonly state: MergingAnswer['state'];
  readonly masterId: string;
  readonly partIds: readonly string[];
}

@QueryHandler(MergingOfProposal)
export class MergingOfProposalHandler implements IQueryHandler<MergingOfProposal> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly requests: RequestRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** What is proposed comes before what was merged earlier. @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: MergingOfProposal): Promise<MergingAnswer> {
    const { proposal } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    const merge = (await this.proposed(proposal)) ?? (await this.made(proposal));
    const ids = merge ? [merge.masterId, ...merge.partIds] : [proposalId];
    const all = await this.proposals.findAll(this.database, ids, actor.organisationId);
    if (!mayReadMerge(all, by)) throw AccessErrors.forbidden();
    if (!merge) throw StorageErrors.notFound('merge', proposalId);
    const [master, ...parts] = ids.map((id) => all.find((one) => one.id === id)!) as [Proposal, ...Proposal[]];
    const joint = jointProposersOf(master);
    const people = [...all.flatMap((one) => [one.leadProposerId, ...secondersOf(one)]), ...joint];
    const names = new Map((await this.directory.membersByIds(this.database, [...new Set(people)])).map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    return {
      state: merge.state,
      master: textAnswer(master, named),
      parts: parts.map((part) => textAnswer(part, named)),
      jointProposers: joint.map(named),
    };
  }

  private async proposed({ id }: Proposal): Promise<Merge | null> {
    const open = await this.requests.openOn(this.database, [id]);
    const asked = open.find(({ kind }) => kind === 'merge-consent');
    if (!asked) return null;
    const partIds = asked.asked.wish['childIds'] as readonly string[];
    return { state: 'PROPOSED', masterId: asked.concerns.find((one) => !partIds.includes(one))!, partIds };
  }

  private async made({ id, merged, mergedInto, organisationId }: Proposal): Promise<Merge | null> {
    if (merged.length > 0) return { state: 'MERGED', masterId: id, partIds: merged.map((part) => part.proposalId) };
    if (mergedInto === null) return null;
    const [master] = await this.proposals.findAll(this.database, [mergedInto.proposalId], organisationId);
    return master ? this.made(master) : null;
  }
}

const textAnswer = (proposal: Proposal, named: (id: string) => PersonAnswer): MergeTextAnswer => ({
  id: proposal.id,
  ...proposal.content,
  docketNo: proposal.docketNo,
  state: proposal.state,
  leadProposer: named(proposal.leadProposerId),
  seconders: secondersOf(proposal).map(named),
});
