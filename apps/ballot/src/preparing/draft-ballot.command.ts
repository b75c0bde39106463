import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertNoCandidatesYet, BallotErrors, type Draft, draft, type KindRules } from '@plenum/ballot-domain';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { Candidacies } from '../eligibility/candidacies.js';

/** An organiser drafts the rules of a vote in a session. */
export class DraftBallot extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballot: KindRules & Omit<Draft, keyof KindRules | 'id' | 'organisationId'>,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(DraftBallot)
export class DraftBallotHandler implements ICommandHandler<DraftBallot> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly directory: Directory,
    private readonly authorities: Authorities,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws `ballot.session-unknown`, `ballot.not-an-organiser`, `ballot.candidate-unknown`, `ballot.names-alike`; MalformedError */
  execute({ actor, ballot, key }: DraftBallot): Promise<BallotVersion> {
    return this.changes.add({ actor, action: 'draft-ballot', retry: { key, content: ballot } }, async ({ tx, at }) => {
      const session = await this.directory.session(tx, ballot.sessionId);
      if (session?.organisationId !== actor.organisationId) throw BallotErrors.sessionUnknown();
      const by = await this.authorities.authorityIn(tx, actor, ballot.sessionId);
      const change = draft({ ...ballot, id: randomUUID(), organisationId: actor.organisationId }, by, at);
      assertNoCandidatesYet(change.ballot);
      await this.candidacies.assertKnown(tx, actor.organisationId, ballot.kind, ballot.choices);
      return this.candidacies.toldApart(tx, change);
    });
  }
}
