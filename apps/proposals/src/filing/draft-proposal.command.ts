import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Content, draft, ProposalErrors } from '@plenum/proposals-domain';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { CallRepository } from '../storage/call.repository.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';
import { assertUnitKnown } from './suggested-unit.js';

/** Begins a proposal under a call. */
export class DraftProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly callId: string,
    readonly content: Content,
    readonly ofDelegation: boolean,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(DraftProposal)
export class DraftProposalHandler implements ICommandHandler<DraftProposal> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly calls: CallRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
  ) {}

  execute({ actor, callId, content, ofDelegation, key }: DraftProposal): Promise<ProposalVersion> {
    const retry = { key, content: { callId, content, ofDelegation } };
    return this.changes.add({ actor, action: 'draft-proposal', retry }, async ({ tx, at }) => {
      const [call, seated] = await Promise.all([
        this.calls.find(tx, callId, actor.organisationId),
        this.authorities.seatedUnder(tx, actor.memberId, callId),
      ]);
      const headed = ofDelegation ? await this.authorities.headedIn(tx, actor, call.sessionId) : null;
      if (ofDelegation && headed === null) throw ProposalErrors.notTheHeadOfDelegation();
      const by = headed === null ? seated : { ...seated, heads: [headed] };
      const change = draft({ id: randomUUID(), content, delegationId: headed }, by, call, at);
      await assertUnitKnown(tx, this.directory, actor.organisationId, content.suggestedUnitId);
      return change;
    });
  }
}
