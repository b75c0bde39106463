import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotEvidence } from './evidence.query.js';

/** What proves a result (证据包): one file that anybody with our verifier checks offline. */
@Controller('ballots/:id')
export class EvidenceController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * For organisers and officers, once the tally is signed: the papers are in it as they were decided. Nobody else gets it, since a paper
   * filled in in an arranged way would prove a vote to whoever arranged it. Check it by `npm run -s verify -- FILE`.
   */
  @Get('evidence')
  async evidence(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.queries.execute(new BallotEvidence(actor, id));
    return new StreamableFile(content, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }
}
