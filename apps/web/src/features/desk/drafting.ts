import type { BallotRow } from '../../api/shapes.js';
import { hasSealed } from '../../shared/channels.js';
import type { Draft, Preset } from './ballot-acts.js';

type Kind = BallotRow['kind'];
type Channel = BallotRow['channel'];

/** What stands on the paper: somebody or something, and who it is where a member stands. */
export interface Entry {
  readonly label: string;
  readonly memberId: string | null;
}

/** What an organiser fills in; what is left as the preset has it is not said again. */
export interface Wish {
  readonly sessionId: string;
  readonly kind: Kind;
  readonly preset: Preset['id'] | null;
  readonly title: string;
  readonly channel: Channel;
  readonly entries: readonly Entry[];
  readonly grades: readonly string[];
  readonly seats: number | null;
  /** The threshold that passes or elects. */
  readonly threshold: Threshold | null;
  /** How many more candidates than seats there must be; null as the preset has it. */
  readonly surplus: number | null;
  readonly revote: boolean;
  readonly sharesNeeded: number | null;
  readonly threeWay: boolean;
}

export interface Threshold {
  readonly num: number;
  readonly den: number;
  readonly inclusive: boolean;
  readonly base: string;
}

const LISTS = { resolution: 'items', election: 'candidates', appraisal: 'subjects', poll: 'options' } as const;
const PREFIXES = { resolution: 'm', election: 'c', appraisal: 's', poll: 'o' } as const;

/** The draft that the service is asked for. Rules say only what differs from the preset, and what only sealed papers have. */
export function draftOf(wish: Wish, preset: Preset | null): Draft {
  const { sessionId, kind, title, channel, entries } = wish;
  const choices = entries.map(({ label, memberId }, at) => ({ id: `${PREFIXES[kind]}${at + 1}`, label: label.trim(), ...(memberId === null ? {} : { memberId }) }));
  const procedure = { ...foundHere(wish, preset), ...sealedProcedureOf(wish) };
  const rules = { ...rulesOf(wish, preset), ...sealedRulesOf(wish), ...(Object.keys(procedure).length > 0 ? { procedure } : {}) };
  return {
    sessionId, kind, channel, title: title.trim(), [LISTS[kind]]: choices,
    ...(preset ? { preset: preset.id } : {}),
    ...(Object.keys(rules).length > 0 || preset ? { rules } : {}),
    ...(kind === 'appraisal' ? { grades: [...wish.grades] } : {}),
  };
}

function rulesOf({ kind, seats, threshold, surplus }: Wish, preset: Preset | null): Record<string, unknown> {
  if (kind !== 'election' && kind !== 'resolution') return {};
  const given = preset?.rules ?? {};
  const decides = kind === 'election' ? 'elect' : 'pass';
  return {
    ...(seats !== null && kind === 'election' ? { seats } : {}),
    ...(threshold && !isSame(threshold, given[decides]) ? { [decides]: threshold } : {}),
    ...(surplus !== null && kind === 'election' ? { surplus: { rate: { num: 0, den: 1 }, min: surplus } } : {}),
  };
}

/** Whoever is put on the paper here is not found by the nomination that a preset has. */
function foundHere({ kind, entries }: Wish, preset: Preset | null): Record<string, unknown> {
  const { nomination } = (preset?.rules['procedure'] ?? {}) as { nomination?: unknown };
  return kind === 'election' && entries.length > 0 && nomination ? { nomination: null } : {};
}

function sealedProcedureOf({ channel, kind, sharesNeeded, threeWay }: Wish): Record<string, unknown> {
  if (!hasSealed(channel)) return {};
  return { ...(sharesNeeded === null ? {} : { sharesNeeded }), ...(threeWay && kind === 'election' ? { sealedMarks: 'three-way' } : {}) };
}

function sealedRulesOf({ channel, kind, revote }: Wish): Record<string, unknown> {
  if (!hasSealed(channel)) return {};
  return {
    // Nobody can write on a sealed paper.
    ...(kind === 'election' ? { writeIns: 'none' } : {}),
    ...(revote ? { revote } : {}),
  };
}

function isSame(threshold: Threshold, given: unknown): boolean {
  const { num, den, inclusive, base } = (given ?? {}) as Partial<Threshold>;
  return threshold.num === num && threshold.den === den && threshold.inclusive === inclusive && threshold.base === base;
}

/** The smallest count that reaches a fraction of a base: whole numbers only (COUNTING). */
export function neededOf({ num, den, inclusive }: Pick<Threshold, 'num' | 'den' | 'inclusive'>, base: number): number {
  const [product, divisor] = [BigInt(base) * BigInt(num), BigInt(den)];
  return Number(inclusive ? (product + divisor - 1n) / divisor : product / divisor + 1n);
}

/** One entry a line, without empty ones. */
export const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
