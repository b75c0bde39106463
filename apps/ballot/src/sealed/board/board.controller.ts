import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BoardArchive, BoardHead, BoardSidecar } from './board.query.js';
import { OpenBoards } from './open-boards.js';
import { BoardHeadAnswer, BoardSetupAnswer } from './board.responses.js';

/** The public board of a sealed ballot: for everybody of the organisation, from the opening on. */
@Controller('ballots/:id/board')
export class BoardController {
  constructor(
    private readonly queries: QueryBus,
    private readonly boards: OpenBoards,
  ) {}

  @Get('head')
  head(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BoardHeadAnswer> {
    return this.queries.execute(new BoardHead(actor, id));
  }

  /** Election, trustees and credentials, as a voter's device needs them. */
  @Get('setup')
  async setup(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BoardSetupAnswer> {
    const { election, trustees, roll, revote, pairs } = await this.boards.boardOf(id, actor.organisationId);
    return { election, trustees, roll, revote, pairs: pairs.map((pair) => ({ ...pair })) };
  }

  /** The archive as it is at this moment, in the format of Belenios: verify it with ours, or with theirs. */
  @Get('archive')
  async archive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.queries.execute(new BoardArchive(actor, id));
    return new StreamableFile(content, { type: 'application/octet-stream', disposition: `attachment; filename="${name}"` });
  }

  /**
   * Where marks are three-way: the log of the proofs that no paper marks anybody both ways. Ours verifies it beside the archive; the
   * foreign program knows nothing of it.
   */
  @Get('sidecar')
  async sidecar(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.queries.execute(new BoardSidecar(actor, id));
    return new StreamableFile(content, { type: 'application/octet-stream', disposition: `attachment; filename="${name}"` });
  }
}
