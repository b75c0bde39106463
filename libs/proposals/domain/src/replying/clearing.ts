import type { ProposalSettings } from '../call/settings.js';
import { type Handling, roundUnderWay } from '../proposal/handling.js';
import type { Track } from '../vocabulary/vocabulary.js';
import type { Clearance, ClearanceParty, ReplyDesk } from '../proposal/reply-desk.js';

/** What may have to be done before a reply goes out, in this order (DOMAIN 5: REPLY_DRAFT to COMMITTEE_AUDIT). */
export const CLEARING_STEPS = [
  'contact',
  'assisting-opinion',
  'draft',
  'countersign',
  'head-sign-off',
  'leader-sign-off',
  'committee-audit',
] as const;
export type ClearingStepKind = (typeof CLEARING_STEPS)[number];

/** One thing to be done before a reply goes out, and how far it is. */
export interface ClearingStep {
  readonly step: ClearingStepKind;
  /** Of an assisting unit that it is asked of; otherwise null. */
  readonly unitId: string | null;
  /** Whether the reply waits for it; otherwise the unit may ask for it all the same. */
  readonly isDemanded: boolean;
  readonly state: 'OWED' | 'ASKED' | 'DONE' | 'REFUSED';
  /** What was asked last for it of the draft that stands; null where nothing was. */
  readonly clearance: Clearance | null;
}

/** Those that are asked of somebody about a version of the draft. */
const ABOUT_DRAFT: readonly ClearingStepKind[] = ['countersign', 'head-sign-off', 'leader-sign-off', 'committee-audit'];

type Settings = Pick<ProposalSettings, 'beforeReply' | 'leaderSignOff'>;

/**
 * Everything that may be done before the reply of the round under way, in order. Of a suggestion nothing is demanded but that its unit has
 * spoken with whoever made it (P4). An office that nobody holds signs nothing.
 */
export function clearingSteps(handling: Handling, desk: ReplyDesk, track: Track | null, settings: Settings): readonly ClearingStep[] {
  const isFull = track !== 'SUGGESTION';
  const demanded = (step: (typeof settings.beforeReply)[number]) => isFull && settings.beforeReply.includes(step);
  const { assistingUnitIds: units } = handling;
  const latest = (kind: Clearance['kind'], owedBy: ClearanceParty, isOfDraft: boolean) =>
    lastOf(handling, desk, { kind, owedBy, isOfDraft });
  const ofUnits = (step: 'assisting-opinion' | 'countersign'): ClearingStep[] =>
    units.map((unitId) => asked(step, unitId, demanded(step), latest(step, { who: 'unit', unitId }, step === 'countersign')));
  const signed = (who: 'head' | 'leader', isAsked: boolean): ClearingStep[] =>
    isAsked && desk.signers.includes(who)
      ? [asked(`${who}-sign-off`, null, true, latest('sign-off', { who, unitId: handling.leadUnitId }, true))]
      : [];
  const ofLeader = isFull && (settings.leaderSignOff === 'on-reply' || settings.leaderSignOff === 'both');
  const about: readonly ClearingStep[] = [
    ...ofUnits('countersign'),
    ...signed('head', demanded('head-sign-off')),
    ...signed('leader', ofLeader),
    ...(demanded('committee-audit')
      ? [asked('committee-audit', null, true, latest('committee-audit', { who: 'committee', unitId: null }, true))]
      : []),
  ];
  const isContactDemanded = settings.beforeReply.includes('contact');
  return [
    ...(isContactDemanded ? [done('contact', desk.contacts > 0)] : []),
    ...ofUnits('assisting-opinion'),
    ...(about.some(({ isDemanded }) => isDemanded) ? [done('draft', isDrafted(handling, desk))] : []),
    ...about,
  ];
}

/** What the reply still waits for. */
export const missingBeforeReply = (steps: readonly ClearingStep[]): readonly ClearingStep[] =>
  steps.filter(({ isDemanded, state }) => isDemanded && state !== 'DONE');

/** Whether the reply must be the draft that was cleared, to the letter. */
export const isBoundToDraft = (steps: readonly ClearingStep[]): boolean =>
  steps.some(({ step, isDemanded }) => isDemanded && ABOUT_DRAFT.includes(step));

/** Whether there is a draft of the round under way. */
export const isDrafted = (handling: Handling, { draft }: ReplyDesk): boolean => draft?.round === roundUnderWay(handling);

/** Whether somebody looks at the draft as it stands, so that it stays as it is until they have answered or it is taken back. */
export const isPutForward = ({ draft, clearances }: ReplyDesk): boolean =>
  draft !== null && clearances.some((one) => one.state === 'OPEN' && one.draft === draft.number && one.round === draft.round);

const done = (step: ClearingStepKind, isDone: boolean): ClearingStep => ({
  step,
  unitId: null,
  isDemanded: true,
  state: isDone ? 'DONE' : 'OWED',
  clearance: null,
});

function asked(step: ClearingStepKind, unitId: string | null, isDemanded: boolean, clearance: Clearance | null): ClearingStep {
  const given = clearance?.state === 'ANSWERED' ? (clearance.outcome === 'REFUSED' ? 'REFUSED' : 'DONE') : 'ASKED';
  return { step, unitId, isDemanded, state: clearance ? given : 'OWED', clearance };
}

interface Sought {
  readonly kind: Clearance['kind'];
  readonly owedBy: ClearanceParty;
  readonly isOfDraft: boolean;
}

/** What was asked last in the round under way; of what is about a draft, the draft that stands. */
function lastOf(handling: Handling, { clearances, draft }: ReplyDesk, { kind, owedBy, isOfDraft }: Sought): Clearance | null {
  const round = roundUnderWay(handling);
  const found = clearances.filter(
    (one) =>
      one.kind === kind &&
      one.round === round &&
      one.owedBy.who === owedBy.who &&
      one.owedBy.unitId === owedBy.unitId &&
      (!isOfDraft || (draft !== null && one.draft === draft.number)),
  );
  return found.at(-1) ?? null;
}
