import { needed, reaches } from '@plenum/kernel';
import type { CountingCase, Counts, ElectionRules, GateRules } from './case.js';
import { ceilOf, total, validOf, fractionParameters } from './fractions.js';
import type { Explanation, Needed, StopStatus } from './outcome.js';

/** What the gates found: either all open, with what was computed, or the one that stayed shut. */
export interface GateFindings {
  readonly needed: Needed;
  readonly explanation: readonly Explanation[];
  readonly stop?: Stop;
}

interface Stop {
  readonly status: StopStatus;
  readonly breach?: string;
  readonly neededCandidates?: number;
}

interface Finding extends Explanation {
  readonly needed?: Needed;
  readonly stop?: Stop;
}

/** Goes through the gates of COUNTING in their order, up to the first that stays shut. */
export function checkGates(given: CountingCase): GateFindings {
  const gates: readonly (() => Finding | null)[] = [
    () => consistencyGate(given),
    () => (given.kind === 'election' && given.round === 'first' ? surplusGate(given.rules, given.candidates.length) : null),
    () => quorumGate(given.rules, given.counts),
    () => returnedLimitGate(given.rules, given.counts),
    () => participationGate(given.rules, given.counts),
  ];
  let findings: GateFindings = { needed: {}, explanation: [] };
  for (const gate of gates) {
    const finding = gate();
    if (finding === null) continue;
    const { code, params, needed: computed, stop } = finding;
    findings = { needed: { ...findings.needed, ...computed }, explanation: [...findings.explanation, { code, params }] };
    if (stop) return { ...findings, stop };
  }
  return findings;
}

/** One rule of consistency, stated as it is tested: the statement is the breach that is reported. */
interface Claim {
  readonly states: string;
  readonly holds: boolean;
  readonly about?: string;
}

function consistencyGate(given: CountingCase): Finding {
  const broken = wholeFigures(given) ?? claimsOf(given).find((claim) => !claim.holds);
  if (!broken) return { code: 'figures-consistent', params: {} };
  const params = { breach: broken.states, ...(broken.about === undefined ? {} : { about: broken.about }) };
  return { code: 'figures-inconsistent', params, stop: { status: 'inconsistent', breach: broken.states } };
}

function wholeFigures(given: CountingCase): Claim | undefined {
  const figures: [string, number][] = Object.entries(given.counts);
  for (const vote of votesOf(given)) figures.push(...vote.figures.map((figure): [string, number] => [vote.id, figure]));
  const wrong = figures.find(([, figure]) => !Number.isInteger(figure) || figure < 0);
  return wrong && { states: 'figures are integers >= 0', holds: false, about: wrong[0] };
}

/** The remaining rules in the contract's order; adding is safe once all figures are whole. */
function claimsOf(given: CountingCase): Claim[] {
  const { roll, present, issued, returned, invalid } = given.counts;
  const valid = BigInt(validOf(given.counts));
  const votes = votesOf(given);
  return [
    { states: 'present <= roll', holds: present <= roll },
    { states: 'issued <= roll', holds: issued <= roll },
    { states: 'invalid <= returned', holds: invalid <= returned },
    ...votes.flatMap(({ id, sum, figures, exact }) => {
      if (sum === null) return [];
      const added = total(figures);
      return [{ states: `${sum} = valid`, holds: exact ? added === valid : added <= valid, about: id }];
    }),
    ...votes.flatMap(({ id, yes }) => (yes === undefined ? [] : [{ states: 'yes <= valid', holds: BigInt(yes) <= valid, about: id }])),
    ...(given.kind === 'poll' ? [{ states: 'votes = valid', holds: total(given.options.map(({ votes: each }) => each)) === valid }] : []),
  ];
}

interface Vote {
  readonly id: string;
  readonly figures: readonly number[];
  /** How the sum is spoken of; null where the figures of one entry need not add up. */
  readonly sum: string | null;
  /** Whether every figure of the sum was given; if not, it is only an upper bound. */
  readonly exact: boolean;
  readonly yes?: number;
}

function votesOf(given: CountingCase): Vote[] {
  const marks = 'yes + no + abstain';
  switch (given.kind) {
    case 'resolution':
      return given.items.map(({ id, yes, no, abstain }) => ({ id, yes, figures: [yes, no, abstain], sum: marks, exact: true }));
    case 'election':
      return [
        ...given.candidates.map(({ id, yes, no, abstain }) => {
          const figures = [yes, no, abstain].filter((figure) => figure !== undefined);
          return { id, yes, figures, sum: figures.length > 1 ? marks : null, exact: figures.length === 3 };
        }),
        ...given.writeIns.map(({ id, yes }) => ({ id, yes, figures: [yes], sum: null, exact: false })),
      ];
    case 'appraisal':
      return given.subjects.map(({ id, counts, abstain }) => ({
        id,
        figures: [...counts.values(), abstain],
        sum: 'grades + abstain',
        exact: true,
      }));
    case 'poll':
      return given.options.map(({ id, votes }) => ({ id, figures: [votes], sum: null, exact: false }));
  }
}

/** How many candidates must be listed for the seats (R25); null for a single slate. */
export function neededCandidates({ seats, surplus }: Pick<ElectionRules, 'seats' | 'surplus'>): number | null {
  return surplus && seats + Math.max(surplus.min, ceilOf(seats, surplus.rate.num, surplus.rate.den));
}

function surplusGate(rules: Pick<ElectionRules, 'seats' | 'surplus'>, listed: number): Finding {
  const least = neededCandidates(rules);
  if (rules.surplus === null || least === null) return { code: 'single-slate', params: { listed, seats: rules.seats } };
  const {
    rate: { num, den },
    min,
  } = rules.surplus;
  const params = { listed, seats: rules.seats, needed: least, num, den, min };
  if (listed >= least) return { code: 'surplus-met', params };
  return { code: 'surplus-missed', params, stop: { status: 'too-few-candidates', neededCandidates: least } };
}

function quorumGate({ quorum: rule }: GateRules, { present, roll }: Counts): Finding | null {
  if (rule === null) return null;
  const params = { present, roll, needed: needed(rule, roll), ...fractionParameters(rule) };
  const computed = { quorum: params.needed };
  if (reaches(present, rule, roll)) return { code: 'quorum-reached', params, needed: computed };
  return { code: 'quorum-missed', params, needed: computed, stop: { status: 'no-quorum' } };
}

function returnedLimitGate({ returnedLimit: rule }: GateRules, { returned, issued, voters }: Counts): Finding {
  const limit = { issued, voters, both: Math.min(issued, voters) }[rule];
  const params = { returned, limit, rule };
  if (returned <= limit) return { code: 'returned-within-limit', params };
  return { code: 'returned-above-limit', params, stop: { status: 'void' } };
}

function participationGate({ participation: rule }: GateRules, { returned, roll }: Counts): Finding | null {
  if (rule === null) return null;
  const params = { returned, roll, needed: needed(rule, roll), ...fractionParameters(rule) };
  if (reaches(returned, rule, roll)) return { code: 'participation-reached', params };
  return { code: 'participation-missed', params, stop: { status: 'too-few-votes' } };
}
