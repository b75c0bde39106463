import { Body, Controller, Get, Headers, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { HandlingVersionAnswer } from '../shapes/proposal.responses.js';
import { ContactsOf } from './contacts.query.js';
import { DraftVersion } from './draft-version.query.js';
import { FormerDraftsOf } from './former-drafts.query.js';
import { LogContact } from './log-contact.command.js';
import { ReplyDeskOf } from './reply-desk.query.js';
import { ContactRequest, dayIn, draftOf, ReplyDraftRequest } from './replying.requests.js';
import { ContactsAnswer, DraftSavedAnswer, FormerDraftsAnswer, ReplyDeskAnswer, ReplyDraftAnswer } from './replying.responses.js';
import { SaveDraft } from './save-draft.command.js';

/** What a unit does before it replies: it writes the reply, and speaks with the proposer. */
@Controller('proposals/:id')
export class ReplyingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** The draft of the reply, every version of it, and what the reply still waits for: for the units and for whoever clears it. */
  @Get('handlings/:handlingId/desk')
  desk(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
  ): Promise<ReplyDeskAnswer> {
    return this.queries.execute(new ReplyDeskOf(actor, id, handlingId));
  }

  /** Saves the reply as far as it is written. Where somebody has saved another version since, nothing is lost: this one is refused. */
  @Put('handlings/:handlingId/draft')
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() request: ReplyDraftRequest,
  ): Promise<DraftSavedAnswer> {
    const { round, number, version, at } = await this.commands.execute(
      new SaveDraft(actor, id, handlingId, draftOf(request), request.version),
    );
    return { round, number, version, at: at.toISOString() };
  }

  /** One version of the draft. */
  @Get('handlings/:handlingId/draft/:round/:number')
  version(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Param('round', ParseIntPipe) round: number,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<ReplyDraftAnswer> {
    return this.queries.execute(new DraftVersion(actor, id, handlingId, { round, number }));
  }

  /** What units drafted that led the work before another did: for those units and the committee, never for who leads it now. */
  @Get('handlings/:handlingId/former-drafts')
  formerDrafts(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
  ): Promise<FormerDraftsAnswer> {
    return this.queries.execute(new FormerDraftsOf(actor, id, handlingId));
  }

  /** With whom the units spoke: for proposers, units and committee. */
  @Get('contacts')
  contacts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContactsAnswer> {
    return this.queries.execute(new ContactsOf(actor, id));
  }

  /** Logs that the unit spoke with the proposer. The same `Idempotency-Key` logs it once. */
  @Post('handlings/:handlingId/contacts')
  @HttpCode(200)
  logContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { contactedOn, way, who, noted }: ContactRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<HandlingVersionAnswer> {
    const said = { contactedOn: dayIn(contactedOn, 'contactedOn'), way, who, noted };
    return this.commands.execute(new LogContact(actor, id, handlingId, said, key));
  }
}
