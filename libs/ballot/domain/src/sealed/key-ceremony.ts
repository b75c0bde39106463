import type { DomainError } from '@plenum/kernel';
import { type Ballot, holdersOf } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { procedureOf } from '../rules/procedure.js';

/** How keys are made: each scrutineer one of the own, all of which open the box; or a threshold group, any so many of which do. */
export const KEY_SCHEMES = ['all', 'threshold'] as const;
export type KeyScheme = (typeof KEY_SCHEMES)[number];

/**
 * What each scrutineer of a threshold group says, one round after the other: nobody speaks in a round before all have spoken in the one
 * before.
 */
export const CEREMONY_ROUNDS = ['certificate', 'polynomial', 'output'] as const;
export type CeremonyRound = (typeof CEREMONY_ROUNDS)[number];

/** Who opens a sealed ballot, in the order of the trustees: seats are numbered from 1. */
export interface ThresholdTrustees {
  readonly scheme: KeyScheme;
  readonly memberIds: readonly string[];
  /** How many of them together open the sums. */
  readonly needed: number;
}

/** The scrutineers of a ballot as its adopted rules let them open it: `procedure.sharesNeeded` of them, or all. */
export function thresholdTrusteesOf(ballot: Pick<Ballot, 'rules' | 'officers'>): ThresholdTrustees {
  const memberIds = holdersOf(ballot, 'SCRUTINEER');
  const needed = procedureOf(ballot).sharesNeeded ?? memberIds.length;
  return { scheme: needed < memberIds.length ? 'threshold' : 'all', memberIds, needed };
}

/** Fewer scrutineers than shares would leave the box closed for good; null when they are enough. */
export function thresholdTrusteesFault(ballot: Pick<Ballot, 'rules' | 'officers'>): DomainError | null {
  const { memberIds, needed } = thresholdTrusteesOf(ballot);
  return memberIds.length < needed ? BallotErrors.fewerThanShares(memberIds.length, needed) : null;
}

/** What was said of a round so far, by scrutineer. */
export type CeremonyMessages = Readonly<Record<CeremonyRound, ReadonlyMap<string, string>>>;

/** A key ceremony as far as it is. */
export class KeyCeremony {
  constructor(
    readonly thresholdTrustees: ThresholdTrustees,
    private readonly messages: CeremonyMessages,
  ) {}

  /** The round that waits for somebody; null when all is said. */
  get openRound(): CeremonyRound | null {
    return CEREMONY_ROUNDS.find((round) => this.missingIn(round).length > 0) ?? null;
  }

  /** For whom the open round waits. */
  get missing(): readonly string[] {
    const { openRound } = this;
    return openRound === null ? [] : this.missingIn(openRound);
  }

  /** The number of a scrutineer among the trustees; 0 of anybody else. */
  seatOf(memberId: string): number {
    return this.thresholdTrustees.memberIds.indexOf(memberId) + 1;
  }

  /** What a scrutineer said in a round; null until then. */
  saidBy(memberId: string, round: CeremonyRound): string | null {
    return this.messages[round].get(memberId) ?? null;
  }

  /** What all said in a round, in the order of the seats; null until all have spoken. */
  whole(round: CeremonyRound): readonly string[] | null {
    const said = this.thresholdTrustees.memberIds.flatMap((memberId) => this.messages[round].get(memberId) ?? []);
    return said.length === this.thresholdTrustees.memberIds.length ? said : null;
  }

  /**
   * Whether the scrutineer may say this now. What is said stays: who said something else by mistake needs a ceremony anew.
   * @returns false when it was said already, word for word
   * @throws `ballot.wrong-ceremony`, `ballot.ceremony-given`, `ballot.ceremony-waits` for those who are missing in an earlier round
   */
  mayBeSaid(memberId: string, round: CeremonyRound, message: string): boolean {
    if (this.thresholdTrustees.scheme !== 'threshold') throw BallotErrors.wrongCeremony(this.thresholdTrustees.scheme);
    const said = this.saidBy(memberId, round);
    if (said === message) return false;
    if (said !== null) throw BallotErrors.ceremonyGiven(round);
    const { openRound, missing } = this;
    if (openRound !== null && openRound !== round) throw BallotErrors.ceremonyWaits(openRound, missing);
    return true;
  }

  private missingIn(round: CeremonyRound): readonly string[] {
    return this.thresholdTrustees.memberIds.filter((memberId) => !this.messages[round].has(memberId));
  }
}
