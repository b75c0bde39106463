import type { BallotRow, BallotView, Threshold } from '../../../api/shapes.js';
import { hasSealed } from '../../../shared/ballot/channels.js';
import type { Draft, Preset, Revision, SentProcedure, SentRules } from './drafting-requests.js';

type Kind = BallotRow['kind'];
type Channel = BallotRow['channel'];
export type Electorate = NonNullable<Draft['electorate']>;

/** Whom a vote of each kind may be put to, the usual first. */
export const ELECTORATES: Readonly<Record<Kind, readonly Electorate[]>> = {
  resolution: ['delegates', 'heads'],
  election: ['delegates'],
  appraisal: ['delegates', 'staff'],
  poll: ['delegates', 'staff'],
};

/** What stands on the paper: somebody or something, and who it is where a member stands. */
export interface Entry {
  readonly label: string;
  readonly memberId: string | null;
  /** The proposal that a matter decides, where it decides one. */
  readonly proposalId?: string;
  /** The unit that a matter is about, where it is about one. */
  readonly unitId?: string;
}

/** How candidates are found (酝酿提名): how long the list is posted, when a primary shortens it, in which order they stand. */
export type Nomination = Required<NonNullable<SentProcedure['nomination']>>;

/** What becomes of the last seat where two have equally many votes; the fewer against decide only where votes against are counted. */
export const TIE_POLICIES = ['runoff', 'lots', 'vacant', 'fewer-against'] as const;
export type TiePolicy = (typeof TIE_POLICIES)[number];

/** What an organiser fills in; what is left as the preset has it is not said again. */
export interface BallotInput {
  readonly sessionId: string;
  readonly kind: Kind;
  readonly preset: Preset['id'] | null;
  readonly title: string;
  readonly channel: Channel;
  readonly electorate: Electorate;
  readonly entries: readonly Entry[];
  readonly grades: readonly string[];
  readonly seats: number | null;
  /** The threshold that passes or elects. */
  readonly threshold: Threshold | null;
  /** How many more candidates than seats there must be; null as the preset has it. */
  readonly surplus: number | null;
  readonly tie?: TiePolicy;
  /** Null where the organiser puts candidates on the paper. */
  readonly nomination: Nomination | null;
  readonly relativesBarred: boolean;
  readonly lateAdmitted: boolean;
  readonly byTheClock: boolean;
  readonly revote: boolean;
  readonly sharesNeeded: number | null;
  readonly threeWay: boolean;
}

const LISTS = { resolution: 'items', election: 'candidates', appraisal: 'subjects', poll: 'options' } as const;
const PREFIXES = { resolution: 'm', election: 'c', appraisal: 's', poll: 'o' } as const;

/** How it is where the rules say nothing (COUNTING, and the procedure of the ballot service). */
const SILENT: SentProcedure & Pick<SentRules, 'revote'> = {
  revote: false,
  nomination: null,
  relatives: 'allowed',
  lateArrivals: 'excluded',
  timing: 'by-hand',
  sharesNeeded: null,
  sealedMarks: 'one',
};

type Choice = NonNullable<Draft['items']>[number];

/** The draft that the service is asked for. Rules say only what differs from the preset. */
export function draftOf(input: BallotInput, preset: Preset | null): Draft {
  const { sessionId, kind, title, channel, electorate } = input;
  const procedure = differing(procedureOf(input), preset?.rules.procedure ?? {});
  const rules = { ...differing(rulesOf(input), preset?.rules ?? {}), ...(Object.keys(procedure).length > 0 ? { procedure } : {}) };
  return {
    sessionId,
    kind,
    channel,
    ...(electorate === 'delegates' ? {} : { electorate }),
    title: title.trim(),
    [LISTS[kind]]: choicesOf(input, []),
    ...(preset ? { preset: preset.id } : {}),
    ...(Object.keys(rules).length > 0 || preset ? { rules } : {}),
    ...(kind === 'appraisal' ? { grades: [...input.grades] } : {}),
  };
}

/** What of a drafted ballot shall be otherwise. Its rules are said whole: what the form does not ask stays as they have it. */
export function revisionOf(input: BallotInput, ballot: BallotView): Revision {
  const { rules = {}, grades = [], rates = {} } = ballot;
  const procedure = { ...rules.procedure, ...procedureOf(input) };
  const isGradedAsBefore = input.grades.length === grades.length && input.grades.every((grade, nth) => grade === grades[nth]);
  return {
    title: input.title.trim(),
    rules: { ...rules, ...rulesOf(input), procedure },
    ...revisedChoices(input, ballot),
    // A rate names grades: where these change, it names nothing any more.
    ...(input.kind === 'appraisal' ? { grades: [...input.grades], ...(isGradedAsBefore ? { rates } : {}) } : {}),
  };
}

/** Only who or what stands on the paper, each with the id that it has on it already. */
export function revisedChoices(input: Pick<BallotInput, 'kind' | 'entries'>, ballot: BallotView): Revision {
  return { [LISTS[input.kind]]: choicesOf(input, listedOn(ballot)) };
}

/** What or who is on a ballot, whichever kind it is. */
export const listedOn = (ballot: Pick<BallotView, 'items' | 'candidates' | 'subjects' | 'options'>): readonly Choice[] =>
  ballot.items ?? ballot.candidates ?? ballot.subjects ?? ballot.options ?? [];

/** Entries as the paper has them: who is on it already keeps the id, whoever is new gets the next one. */
function choicesOf({ kind, entries }: Pick<BallotInput, 'kind' | 'entries'>, listed: readonly Choice[]): Choice[] {
  const taken = new Set(listed.map(({ id }) => id));
  const free = [...listed];
  const next = () => {
    let nth = 1;
    while (taken.has(`${PREFIXES[kind]}${nth}`)) nth += 1;
    taken.add(`${PREFIXES[kind]}${nth}`);
    return `${PREFIXES[kind]}${nth}`;
  };
  return entries.map(({ label, memberId, proposalId, unitId }) => {
    const named = label.trim();
    const at = free.findIndex((choice) => (memberId === null ? !choice.memberId && choice.label === named : choice.memberId === memberId));
    const [before] = at < 0 ? [] : free.splice(at, 1);
    return {
      id: before?.id ?? next(),
      label: named,
      ...(memberId === null ? {} : { memberId }),
      ...(proposalId ? { proposalId } : {}),
      ...(unitId ? { unitId } : {}),
    };
  });
}

/** The rules of the count that the form asks. */
function rulesOf({ kind, channel, seats, threshold, surplus, tie, revote }: BallotInput): SentRules {
  const decides = kind === 'election' ? 'elect' : 'pass';
  return {
    ...(kind === 'election' && seats !== null ? { seats } : {}),
    ...((kind === 'election' || kind === 'resolution') && threshold ? { [decides]: threshold } : {}),
    ...(kind === 'election' && surplus !== null ? { surplus: { rate: { num: 0, den: 1 }, min: surplus } } : {}),
    ...(kind === 'election' && tie ? { tie } : {}),
    // Nobody can write on a sealed paper.
    ...(kind === 'election' && hasSealed(channel) ? { writeIns: 'none' } : {}),
    ...(hasSealed(channel) ? { revote } : {}),
  };
}

/** How the vote is run, as far as the form asks. */
function procedureOf({
  kind,
  channel,
  nomination,
  relativesBarred,
  lateAdmitted,
  byTheClock,
  sharesNeeded,
  threeWay,
}: BallotInput): SentProcedure {
  return {
    ...(kind === 'election' ? { nomination, relatives: relativesBarred ? 'barred' : 'allowed' } : {}),
    lateArrivals: lateAdmitted ? 'admitted' : 'excluded',
    timing: byTheClock ? 'by-the-clock' : 'by-hand',
    ...(hasSealed(channel) ? { sharesNeeded } : {}),
    ...(hasSealed(channel) && kind === 'election' ? { sealedMarks: threeWay ? 'three-way' : 'one' } : {}),
  };
}

/** What is stated otherwise than it is given already, or is where nothing is said. */
function differing<T extends SentRules | SentProcedure>(stated: T, given: { readonly [K in keyof T]?: unknown }): Partial<T> {
  const before: Readonly<Partial<Record<string, unknown>>> = given;
  const silent: Readonly<Partial<Record<string, unknown>>> = SILENT;
  const differs = ([name, value]: [string, unknown]) => canonical(value) !== canonical(before[name] ?? silent[name]);
  return Object.fromEntries(Object.entries(stated).filter(differs)) as Partial<T>;
}

/** The same for the same content, in whatever order it is written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

/** One entry a line, without empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
