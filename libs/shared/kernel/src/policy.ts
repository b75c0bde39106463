import type { DomainError } from './errors.js';

/** Null when nothing stands in the way of whoever acts, otherwise the refusal. */
export type Check<Aggregate, Authority, Context extends readonly unknown[] = []> = (
  aggregate: Aggregate,
  by: Authority,
  ...context: Context
) => DomainError | null;

/**
 * When an action may be taken: by whom, in which states, and what else must hold. `Authority` is what whoever acts is here, `Context` what
 * a policy may look at besides: an instant, a calendar.
 */
export interface Policy<
  Action extends string,
  Aggregate extends { readonly state: string },
  Authority,
  Context extends readonly unknown[] = [],
> {
  readonly action: Action;
  readonly who: Check<Aggregate, Authority, Context>;
  readonly from: readonly Aggregate['state'][];
  readonly precondition?: Check<Aggregate, Authority, Context>;
}

/** What a domain adds to its policies. */
interface Refusals<P, Aggregate, Context extends readonly unknown[]> {
  /** The refusal where the state does not allow the action. */
  readonly wrongState: (action: string, state: string) => DomainError;
  /** What else rules the action out for this kind of thing, asked between who acts and the state. */
  readonly notApplicable?: (policy: P, aggregate: Aggregate) => DomainError | null;
  /** What stands in the way of an action that the policy itself would allow; asked last. */
  readonly obstructed?: (policy: P, aggregate: Aggregate, ...context: Context) => DomainError | null;
}

/** How the policies of a domain decide: before a change, and for what a screen offers. */
export interface PolicyDecisions<P extends { readonly action: string }, Aggregate, Authority, Context extends readonly unknown[]> {
  /** Why the action may not be taken now; null when it may. Who acts is asked first, so a refusal tells outsiders nothing of the state. */
  readonly refusal: (policy: P, aggregate: Aggregate, by: Authority, ...context: Context) => DomainError | null;
  /** @throws the refusal, when there is one. */
  readonly assertAllowed: (policy: P, aggregate: Aggregate, by: Authority, ...context: Context) => void;
  /** The actions of the policies that may be taken now, in the order given. */
  readonly allowed: (policies: readonly P[], aggregate: Aggregate, by: Authority, ...context: Context) => readonly P['action'][];
}

/** The decisions of a domain's policies. */
export function policyDecisions<
  P extends Policy<string, Aggregate, Authority, Context>,
  Aggregate extends { readonly state: string },
  Authority,
  Context extends readonly unknown[],
>({ wrongState, notApplicable, obstructed }: Refusals<P, Aggregate, Context>): PolicyDecisions<P, Aggregate, Authority, Context> {
  const refusal = (policy: P, aggregate: Aggregate, by: Authority, ...context: Context): DomainError | null => {
    const denied = policy.who(aggregate, by, ...context) ?? notApplicable?.(policy, aggregate);
    if (denied) return denied;
    if (!policy.from.includes(aggregate.state)) return wrongState(policy.action, aggregate.state);
    return policy.precondition?.(aggregate, by, ...context) ?? obstructed?.(policy, aggregate, ...context) ?? null;
  };
  return {
    refusal,
    assertAllowed: (policy, aggregate, by, ...context) => {
      const refused = refusal(policy, aggregate, by, ...context);
      if (refused) throw refused;
    },
    allowed: (policies, aggregate, by, ...context) =>
      policies.filter((policy) => refusal(policy, aggregate, by, ...context) === null).map(({ action }) => action),
  };
}

/**
 * Refuses a change that was made on a version which somebody has changed since; without a version nothing is asked. Asked after the rules:
 * whoever may not change a thing learns nothing of its versions. @throws the refusal that `outdated` makes of the current version
 */
export function assertVersion(
  { version }: { readonly version: number },
  read: number | undefined,
  outdated: (current: number) => DomainError,
): void {
  if (read !== undefined && read !== version) throw outdated(version);
}
