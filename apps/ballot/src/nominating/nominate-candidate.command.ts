import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BallotErrors, NOMINATE, type Proposer, assertAllowed, nominate } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Directory } from '@plenum/directory';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser puts somebody forward who was proposed. */
export class NominateCandidate extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly nominee: { readonly memberId: string } | { readonly name: string },
    readonly proposer: Proposer,
  ) {
    super();
  }
}

@CommandHandler(NominateCandidate)
export class NominateCandidateHandler implements ICommandHandler<NominateCandidate> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly candidacies: Candidacies,
    private readonly directory: Directory,
  ) {}

  /** @throws `ballot.candidate-unknown` for who is no active member, `ballot.proposer-unknown`, and what {@link nominate} refuses */
  execute({ actor, ballotId, nominee, proposer }: NominateCandidate): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'nominate-candidate' }, async (ballot, by, { tx }) => {
      assertAllowed(NOMINATE, ballot, by);
      const change = nominate(ballot, by, await this.named(tx, nominee), proposer);
      await this.candidacies.assertKnown(tx, actor.organisationId, ballot.kind, change.ballot.choices);
      await this.assertProposer(tx, ballot.sessionId, proposer);
      return change;
    });
  }

  private async named(tx: Transaction, nominee: NominateCandidate['nominee']): Promise<{ label: string; memberId: string | null }> {
    if ('name' in nominee) return { label: nominee.name, memberId: null };
    const member = await this.directory.member(tx, nominee.memberId);
    if (!member) throw BallotErrors.candidateUnknown([nominee.memberId]);
    return { label: await this.candidacies.calledOf(tx, member), memberId: member.id };
  }

  private async assertProposer(tx: Transaction, sessionId: string, { delegationId, memberIds }: Proposer): Promise<void> {
    const delegations = delegationId === null ? [] : await this.directory.delegations(tx, sessionId);
    const delegates = memberIds.length === 0 ? [] : await this.directory.delegatesOf(tx, sessionId);
    const known = new Set([...delegations.map(({ id }) => id), ...delegates.map(({ memberId }) => memberId)]);
    const unknown = [...(delegationId === null ? [] : [delegationId]), ...memberIds].filter((id) => !known.has(id));
    if (unknown.length > 0) throw BallotErrors.proposerUnknown(unknown);
  }
}
