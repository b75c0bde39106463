import type { ItemFigures, ResolutionCase } from './case.js';
import { checkThreshold, fractionParameters } from './fractions.js';
import type { ThresholdCheck } from './fractions.js';
import type { GateFindings } from './gates.js';
import type { Explanation, ItemOutcome, ResolutionOutcome } from './outcome.js';

/** Decides each matter by its own votes; `bundle: "all"` carries the whole only together. */
export function decideResolution(given: ResolutionCase, findings: GateFindings): ResolutionOutcome {
  const judged = given.items.map((item) => judge(item, checkThreshold(given.rules.pass, given.counts, item.yes + item.no)));
  const items = judged.map(({ outcome }) => outcome);
  const { status, verdict } = sumUp(items, given.rules.bundle);
  // With the base `cast` the figure differs from item to item: then only the items tell it.
  const figures = new Set(items.map((item) => item.needed));
  const [pass] = figures;
  return {
    kind: 'resolution',
    status,
    needed: { ...findings.needed, ...(figures.size === 1 && pass !== undefined ? { pass } : {}) },
    explanation: [...findings.explanation, ...judged.map(({ explained }) => explained), verdict],
    items,
    ...(given.papers ? { papers: given.papers } : {}),
  };
}

function judge({ id, yes, no, abstain }: ItemFigures, bar: ThresholdCheck): { outcome: ItemOutcome; explained: Explanation } {
  const passed = bar.reachedBy(yes);
  const params = { id, yes, needed: bar.needed, base: bar.threshold.base, of: bar.size, ...fractionParameters(bar.threshold) };
  return {
    outcome: { id, yes, no, abstain, needed: bar.needed, passed },
    explained: { code: passed ? 'item-passed' : 'item-not-passed', params },
  };
}

function sumUp(items: readonly ItemOutcome[], bundle: 'each' | 'all'): { status: ResolutionOutcome['status']; verdict: Explanation } {
  const passed = items.filter((item) => item.passed).length;
  const params = { passed, items: items.length };
  if (passed === items.length) return { status: 'passed', verdict: { code: 'all-items-passed', params } };
  if (passed === 0) return { status: 'not-passed', verdict: { code: 'no-item-passed', params } };
  if (bundle === 'all') return { status: 'not-passed', verdict: { code: 'bundle-failed', params } };
  return { status: 'partly-passed', verdict: { code: 'some-items-passed', params } };
}
