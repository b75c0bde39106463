import type { Drawing } from '../../api/shapes.js';

/** Where an officer stands in a drawing under way. */
export type OwnPart =
  | { readonly step: 'commit' }
  /** Committed; these chiefs have not. */
  | { readonly step: 'wait-for-commitments'; readonly awaited: readonly string[] }
  | { readonly step: 'reveal' }
  /** Revealed; these have committed and not revealed. */
  | { readonly step: 'wait-for-contributions'; readonly awaited: readonly string[] }
  /** Others drew without this officer. */
  | { readonly step: 'not-in-it' };

/** What may be done, as the service says it. */
interface May {
  readonly commit: boolean;
  readonly reveal: boolean;
}

/** The step of an officer in the drawing under way: what may be done comes from the service, whom one waits for from the account. */
export function ownPart({ contributions }: Pick<Drawing, 'contributions'>, memberId: string, chiefs: readonly string[], may: May): OwnPart {
  const own = contributions.find((each) => each.memberId === memberId);
  if (may.commit) return { step: 'commit' };
  if (may.reveal) return { step: 'reveal' };
  if (!own) return { step: 'not-in-it' };
  if (own.contribution === null)
    return { step: 'wait-for-commitments', awaited: chiefs.filter((chief) => !contributions.some((each) => each.memberId === chief)) };
  return {
    step: 'wait-for-contributions',
    awaited: contributions.filter(({ contribution }) => contribution === null).map((each) => each.memberId),
  };
}
