import { Body, Controller, Headers, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { EnterPaperForm } from './enter-paper-form.command.js';
import { PaperFormRequest } from './paper.requests.js';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';

/** Proposals that come on forms of paper (提案表). */
@Controller('proposals/paper')
export class PaperController {
  constructor(private readonly commands: CommandBus) {}

  /** Enters a form on behalf of whose it is: it is handed in at once, and marked. The same `Idempotency-Key` enters it once. */
  @Post()
  enter(
    @CurrentActor() actor: Actor,
    @Body() { callId, leadProposerId, seconderIds, receivedOn, subject, grounds, measures, category, suggestedUnitId }: PaperFormRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProposalVersionAnswer> {
    if (!isCivilDate(receivedOn)) throw new MalformedError([{ field: 'receivedOn', reason: 'no-such-date' }]);
    const content = { subject, grounds, measures, category: category ?? null, suggestedUnitId: suggestedUnitId ?? null };
    return this.commands.execute(new EnterPaperForm(actor, { callId, leadProposerId, seconderIds, receivedOn, content }, key));
  }
}
