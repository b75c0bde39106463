import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Ballot,
  BallotErrors,
  type TurnoutGroup,
  hasPaper,
  hasSealed,
  keepsRegister,
  procedureOf,
  suppressSmallGroups,
} from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Presence } from '../presence/presence.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { BoardRepository } from '../storage/sealed/board.repository.js';
import { HoldingsRepository } from '../storage/desk/holdings.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import type { DelegationTurnoutAnswer, TurnoutAnswer, TurnoutPapersAnswer } from './turnout.responses.js';

/** How many are there, have something to vote with, and have voted, from the frozen roll on; for everybody of the organisation. */
export class Turnout extends Query<TurnoutAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

/** Who of the roll is there and who has something, by member. */
interface Hall {
  readonly roll: readonly string[];
  readonly present: ReadonlySet<string>;
  readonly holders: ReadonlySet<string>;
  readonly papers: number;
  readonly byRegister: boolean;
}

const WITHOUT = 'without';

@QueryHandler(Turnout)
export class TurnoutHandler implements IQueryHandler<Turnout> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly rolls: RollRepository,
    private readonly holdings: HoldingsRepository,
    private readonly boards: BoardRepository,
    private readonly presence: Presence,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`; `ballot.wrong-state` before the roll is frozen */
  async execute({ actor, ballotId }: Turnout): Promise<TurnoutAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const { id, state, channel, roll } = ballot;
    if (roll === null) throw BallotErrors.wrongState('turnout', state);
    const hall = await this.hallOf(ballot);
    const groups = ballot.electorate === 'delegates' ? await this.groupsOf(ballot, hall) : [];
    const { turnoutGroup: delegationsFrom } = procedureOf(ballot);
    const told = suppressSmallGroups(groups, delegationsFrom);
    return {
      ballotId: id,
      state,
      channel,
      roll,
      present: ballot.present ?? hall.present.size,
      issued: issuedOf(ballot, hall),
      returned: await this.returnedOf(ballot),
      delegations: told.map(({ figures }) => figures),
      delegationsFrom,
      delegationsNotTold: groups.length - told.length,
    };
  }

  private async hallOf(ballot: Ballot): Promise<Hall> {
    const [roll, papers] = [
      await this.rolls.memberIds(this.database, ballot.id),
      await this.holdings.paperHolders(this.database, ballot.id),
    ];
    const there = new Set(
      ballot.openedAt ? await this.rolls.presentIds(this.database, ballot.id) : await this.presence.membersPresent(this.database, ballot),
    );
    const byRegister = ballot.atOpening?.byRegister ?? (hasSealed(ballot.channel) || keepsRegister(ballot, papers.length));
    const holders = new Set(await this.holdings.holders(this.database, ballot.id));
    return { roll, present: new Set(roll.filter((memberId) => there.has(memberId))), holders, papers: papers.length, byRegister };
  }

  private async groupsOf(
    { sessionId }: Ballot,
    { roll, present, holders, byRegister }: Hall,
  ): Promise<readonly TurnoutGroup<DelegationTurnoutAnswer>[]> {
    const seats = new Map(
      (await this.directory.delegatesOf(this.database, sessionId)).map(({ memberId, delegationId }) => [memberId, delegationId]),
    );
    const names = new Map((await this.directory.delegations(this.database, sessionId)).map(({ id, name }) => [id, name]));
    const members = new Map<string | null, string[]>();
    for (const memberId of roll) members.set(seats.get(memberId) ?? null, [...(members.get(seats.get(memberId) ?? null) ?? []), memberId]);
    const amount = (ids: readonly string[], of: ReadonlySet<string>) => ids.filter((memberId) => of.has(memberId)).length;
    return [...members].map(([delegationId, ids]) => ({
      id: delegationId ?? WITHOUT,
      size: ids.length,
      figures: {
        delegationId,
        name: delegationId && (names.get(delegationId) ?? null),
        roll: ids.length,
        present: amount(ids, present),
        issued: byRegister ? amount(ids, holders) : null,
      },
    }));
  }

  private async returnedOf({ id, channel, openedAt, reconciliation }: Ballot): Promise<TurnoutPapersAnswer> {
    if (!openedAt) return { inAll: null, sealed: null, paper: null };
    const { perChannel } = reconciliation ?? {};
    const sealed = hasSealed(channel)
      ? ((perChannel?.sealed ?? reconciliation)?.returned ?? (await this.boards.counting(this.database, id)))
      : null;
    const paper = hasPaper(channel) ? ((perChannel?.paper ?? reconciliation)?.returned ?? null) : null;
    return { inAll: reconciliation ? reconciliation.returned : inAll(channel, sealed, paper), sealed, paper };
  }
}

function issuedOf({ channel, issued, issuedPerChannel, openedAt }: Ballot, { holders, papers, byRegister }: Hall): TurnoutPapersAnswer {
  if (openedAt) {
    const { sealed, paper } = issuedPerChannel ?? { sealed: hasSealed(channel) ? issued : null, paper: hasPaper(channel) ? issued : null };
    return { inAll: issued, sealed, paper };
  }
  const sealed = hasSealed(channel) ? holders.size - papers : null;
  const paper = hasPaper(channel) && byRegister ? papers : null;
  return { inAll: inAll(channel, sealed, paper), sealed, paper };
}

/** Known in all where it is known of every channel of the ballot. */
function inAll(channel: Ballot['channel'], sealed: number | null, paper: number | null): number | null {
  if (channel === 'mixed') return sealed === null || paper === null ? null : sealed + paper;
  return sealed ?? paper;
}
