import { type DueRule, checkedDueRule } from '@plenum/calendar';
import { assertVersion } from '@plenum/kernel';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** How an organisation keeps its opinion box (意见箱). */
export interface BoxSettings {
  readonly isOpen: boolean;
  /**
   * Counted from the day on which an opinion came: by when the committee decides on it. Ten working days: the longest of DOMAIN 5,
   * ASSIGNED.
   */
  readonly decideWithin: DueRule;
  /** Counted from the day of the decision: by when it is answered. Thirty days: Chongqing 11, Zhejiang 23 (DOMAIN R92). */
  readonly answerWithin: DueRule;
  /** How many one member may put in within a day, and how many of theirs may wait for an answer at once: limits against floods. */
  readonly perDayMax: number;
  readonly waitingMax: number;
}

/** The box of an organisation; one that nobody has changed has version 0. */
export interface OpinionBox extends BoxSettings {
  readonly organisationId: string;
  readonly version: number;
}

/** How many days a period of the box may have, and how many opinions its limits may allow. */
export const BOX_LIMITS = { days: 366, perDay: 50, waiting: 200 } as const;

/** The box as it is until the committee sets it otherwise. */
export const newBox = (organisationId: string): OpinionBox => ({
  organisationId,
  isOpen: true,
  decideWithin: { kind: 'working-days', n: 10 },
  answerWithin: { kind: 'days', n: 30 },
  perDayMax: 3,
  waitingMax: 10,
  version: 0,
});

/** Who somebody is to the opinion box; looked up anew for each request. */
export interface BoxAuthority {
  readonly memberId: string;
  /** Sits on the committee that empties the box. */
  readonly reviews: boolean;
  /** The units for which the member handles or which they head. */
  readonly handles: readonly string[];
  /** Is, or ever was, of a unit or in charge of one: is told no suggester's name, on whatever committee they sit. */
  readonly isOfUnits: boolean;
}

/**
 * The committee sets how the box is kept; what waits in it keeps its day.
 * @throws `proposals.not-the-committee`, `proposals.setting-out-of-range`, `proposals.outdated`, `calendar.not-a-period`
 */
export function setBox(box: OpinionBox, by: BoxAuthority, settings: BoxSettings, read: number): OpinionBox {
  if (!by.reviews) throw ProposalErrors.notTheCommittee();
  assertVersion(box, read, ProposalErrors.outdated);
  for (const setting of ['decideWithin', 'answerWithin'] as const) assertPeriod(setting, settings[setting]);
  assertLimit('perDayMax', settings.perDayMax, BOX_LIMITS.perDay);
  assertLimit('waitingMax', settings.waitingMax, BOX_LIMITS.waiting);
  return { ...settings, organisationId: box.organisationId, version: box.version + 1 };
}

/** A fixed date would be past for whatever comes later. */
function assertPeriod(setting: string, rule: DueRule): void {
  const checked = checkedDueRule(rule);
  if (checked.kind === 'date' || (checked.kind !== 'months' && checked.n > BOX_LIMITS.days))
    throw ProposalErrors.settingOutOfRange(setting);
}

function assertLimit(setting: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 1 || value > max) throw ProposalErrors.settingOutOfRange(setting);
}
