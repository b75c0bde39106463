import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, hasSealed } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import type { SlipsAnswer, VoidSlipAnswer } from './slips.responses.js';

/** How many slips there are, and which are void: for everybody of the organisation, since voiding is public. */
export class SlipsOfBallot extends Query<SlipsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(SlipsOfBallot)
export class SlipsOfBallotHandler implements IQueryHandler<SlipsOfBallot> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly slips: SlipsRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: SlipsOfBallot): Promise<SlipsAnswer> {
    const { channel, electionId, desk } = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!hasSealed(channel)) throw BallotErrors.wrongChannel('prepare-slips', channel);
    const { slips, holders } = await this.slips.slipsOf(this.database, ballotId);
    const { slipsPrepared: prepared, slipsLost: lost, slipsTakenBack: takenBack, slipsVoided: voided } = desk;
    const ended = slips.flatMap(({ serial, fate }): VoidSlipAnswer[] => (fate === 'usable' ? [] : [{ serial, fate }]));
    const lastSerial = Math.max(0, ...slips.map(({ serial }) => serial));
    return {
      electionId,
      prepared,
      lastSerial,
      issued: holders,
      lost,
      takenBack,
      voided,
      left: prepared - lost - takenBack - voided - holders,
      void: ended,
    };
  }
}
