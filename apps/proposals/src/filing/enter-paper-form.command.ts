import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { DELEGATE_KINDS } from '@plenum/contracts';
import { Directory } from '@plenum/directory';
import { type Authority, type Content, ProposalErrors, enterPaper } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities, seatedAs } from '../access/authorities.js';
import { KnownMembers } from '../access/known-members.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';
import { CallRepository } from '../storage/call.repository.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { assertUnitKnown } from './suggested-unit.js';

/** What stands on the form, and when it was received. */
export interface EnteredForm {
  readonly callId: string;
  readonly leadProposerId: string;
  readonly seconderIds: readonly string[];
  readonly receivedOn: CivilDate;
  readonly content: Content;
}

/** The committee enters a form of paper on behalf of whose it is. */
export class EnterPaperForm extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly form: EnteredForm,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(EnterPaperForm)
export class EnterPaperFormHandler implements ICommandHandler<EnterPaperForm> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly calls: CallRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly known: KnownMembers,
  ) {}

  execute({ actor, form, key }: EnterPaperForm): Promise<ProposalVersion> {
    const { callId, leadProposerId, seconderIds, receivedOn, content } = form;
    const request = { actor, action: 'enter-paper-form', retry: { key, content: form } };
    return this.changes.addSubmitted(request, async ({ tx, at }) => {
      const call = await this.calls.find(tx, callId, actor.organisationId);
      const by = await this.authorities.authorityIn(tx, actor, call.sessionId);
      // The right comes first: nobody else learns here who is a member.
      if (!by.reviews) throw ProposalErrors.notTheCommittee();
      await this.known.assertKnown(tx, actor.organisationId, [leadProposerId, ...seconderIds]);
      await assertUnitKnown(tx, this.directory, actor.organisationId, content.suggestedUnitId);
      const context = {
        call,
        calendar: calendarOf(await this.directory.calendar(tx, actor.organisationId)),
        at,
        desks: [],
        delegation: null, // Whoever heads the delegation signs on the form.
        obstacles: [],
        laterSessions: [],
        handlings: [],
      };
      const seats = await this.directory.delegatesOf(tx, call.sessionId, DELEGATE_KINDS);
      const seated = (memberId: string): Authority => seatedAs(memberId, seats.find((one) => one.memberId === memberId)?.kind ?? null);
      const entered = { id: randomUUID(), content, lead: seated(leadProposerId), seconders: seconderIds.map(seated), receivedOn };
      return { change: enterPaper(entered, by, context), context };
    });
  }
}
