import { deadlineMet } from '../proposal/deadline.js';
import { type Handling, type Rating, type Silence, altered, latestReply } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { PolicyContext } from '../proposal/policy.js';
import { explanationMet, explanationOwed } from '../proposal/raters.js';
import type { Authority } from '../proposal/authority.js';
import { type HandlingInMatter, type HandlingPolicy, assertHandlingAllowed } from '../handling/policy.js';
import { type JudgedHandling, isFeedbackOver, judged, rater } from './rating.js';

/**
 * What becomes of a reply that was not rated by all in time, once its last day is over: what the ratings given amount to, or where there
 * are none what the call takes silence for (DOMAIN 5, SILENT). `given` are the ratings of the latest reply. Null where nothing is to be
 * settled, or no longer.
 */
export function settleFeedback({ proposal, handling }: HandlingInMatter, given: readonly Rating[], context: PolicyContext): Change | null {
  if (handling.state !== 'REPLIED' || handling.askedToRate === null || !isFeedbackOver(handling, context)) return null;
  const lapsed = lapse(handling, given.length > 0, context);
  const next = given.length > 0 ? judged(handling, given, context) : passedOver(handling, context);
  return { proposal, handlings: [next.handling], events: [...lapsed, ...next.events] };
}

/** That the time for rating ran out on those who were still asked. */
export function lapse(handling: Handling, isRated: boolean, { call }: PolicyContext): readonly ProposalEvent[] {
  const { id: handlingId, askedToRate } = handling;
  const { round } = latestReply(handling)!;
  const { silencePolicy: policy } = call.settings;
  return [
    deadlineMet({ kind: 'handling', id: handlingId }, 'feedback', round, 'waived'),
    { type: 'FeedbackLapsed', handlingId, round, policy, memberIds: askedToRate ?? [], isRated },
  ];
}

/** What the call takes silence for, from now on. */
export function silenceOn(handling: Handling, { call, at }: PolicyContext): Silence {
  return { round: latestReply(handling)!.round, policy: call.settings.silencePolicy, at, explanation: null };
}

/** What is taken as satisfied waits for its end like what was rated so; all else stays where it is, and may be ended. */
function passedOver(handling: Handling, context: PolicyContext): JudgedHandling {
  const silence = silenceOn(handling, context);
  const state = silence.policy === 'deemed-satisfied' ? 'RATED' : 'REPLIED';
  const owed = silence.policy === 'explain' ? [explanationOwed(handling, handling.askedToRate ?? [], context)] : [];
  return { handling: altered(handling, { state, askedToRate: null, silence }), events: owed };
}

export const EXPLAIN_SILENCE: HandlingPolicy = {
  action: 'explain-silence',
  who: rater,
  from: ['REPLIED'],
  precondition: ({ handling: { silence } }) => {
    if (silence?.policy !== 'explain') return ProposalErrors.silenceNotOwed();
    return silence.explanation === null ? null : ProposalErrors.silenceExplained();
  },
};

/**
 * Whoever was asked to rate, and did not in time, says why, where the call wants it explained (Beijing 23); once. Rating it late does as
 * well.
 * @throws `proposals.not-the-lead-proposer`, `proposals.not-a-rater`, `proposals.wrong-state`, `proposals.silence-not-owed`,
 *   `proposals.silence-explained`, `proposals.incomplete`
 */
export function explainSilence(matter: HandlingInMatter, by: Authority, explanation: string, context: PolicyContext): Change {
  assertHandlingAllowed(EXPLAIN_SILENCE, matter, by, context);
  const { proposal, handling } = matter;
  const text = explanation.trim();
  if (text === '') throw ProposalErrors.incomplete(['explanation']);
  const { round } = latestReply(handling)!;
  const silence = { ...handling.silence!, explanation: { text, by: by.memberId, at: context.at } };
  return {
    proposal,
    handlings: [altered(handling, { silence })],
    events: [{ type: 'SilenceExplained', handlingId: handling.id, round }, ...explanationMet(handling, 'done')],
  };
}
