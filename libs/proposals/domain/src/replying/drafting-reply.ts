import type { CivilDate } from '@plenum/calendar';
import { assertVersion, type DomainError } from '@plenum/kernel';
import { type Attachment, ATTACHMENT_LIMITS } from '../vocabulary/attachment.js';
import { assertHandlingAllowed, type HandlingInMatter, type HandlingPolicy } from '../handling/policy.js';
import { type Authority, leadUnit } from '../proposal/authority.js';
import { AWAITING_REPLY, type Handling, roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { jointProposersOf, type Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ReplyChannel } from '../vocabulary/vocabulary.js';
import { isPutForward } from './clearing.js';
import { deskOf, type DraftMark } from '../proposal/reply-desk.js';

/** What a draft promises so far. */
export interface DraftedPromise {
  readonly promise: string;
  readonly dueOn: CivilDate | null;
}

/** A reply as far as it is written: nothing of it has to be there. */
export interface DraftContent {
  readonly text: string;
  readonly resultCategory: string | null;
  readonly channel: ReplyChannel | null;
  readonly basis: string | null;
  readonly promises: readonly DraftedPromise[];
  /** The evidence that goes out with it (佐证材料). */
  readonly files: readonly Attachment[];
}

/** A version of a reply that is being written (答复草稿): for the unit and for whoever must opine, sign or audit, never for its proposer. */
export interface ReplyDraft extends DraftMark {
  readonly content: DraftContent;
}

/** For how long one person's savings are one version: shorter than a break, longer than a sentence. */
const ONE_SITTING_MS = 10 * 60_000;

/** Null for the lead unit but for who proposes the matter: nobody answers themselves. Otherwise the refusal. */
export const answeringUnit = (matter: HandlingInMatter, by: Authority): DomainError | null =>
  leadUnit(matter, by) ?? (isProposer(matter.proposal, by) ? ProposalErrors.ownReply() : null);

export const DRAFT: HandlingPolicy = {
  action: 'draft',
  who: answeringUnit,
  from: AWAITING_REPLY,
  precondition: ({ handling }, _by, { desks }) => (isPutForward(deskOf(handling, desks)) ? ProposalErrors.draftPutForward() : null),
};

/** What is saved, and the draft that it was written on. */
interface SavedDraft {
  readonly content: Omit<DraftContent, 'files'> & Partial<Pick<DraftContent, 'files'>>;
  readonly before: ReplyDraft | null;
  readonly read: number;
}

/**
 * Saves the draft of the round under way. Somebody's savings within one sitting are one version, until others are asked about it; whatever
 * another person wrote stays as it was. `before` is the draft that stands; its files stay where none are given.
 * @returns the draft as it is now, which is `before` where nothing changed
 * @throws `proposals.not-the-handling-unit`, `proposals.own-reply`, `proposals.wrong-state`, `proposals.draft-put-forward`,
 *   `proposals.outdated`
 */
export function saveDraft(
  matter: HandlingInMatter,
  by: Authority,
  { content: written, before, read }: SavedDraft,
  context: PolicyContext,
): ReplyDraft {
  assertHandlingAllowed(DRAFT, matter, by, context);
  assertVersion({ version: before?.version ?? 0 }, read, ProposalErrors.outdated);
  const round = roundUnderWay(matter.handling);
  const last = before?.round === round ? before : null;
  const content: DraftContent = { ...written, files: written.files ?? last?.content.files ?? [] };
  if (last && wordsOf(last.content) === wordsOf(content)) return last;
  const goesOn = last !== null && last.by === by.memberId && isOneSitting(last, context) && !wasShown(last, matter.handling, context);
  const number = last === null ? 1 : goesOn ? last.number : last.number + 1;
  return { round, number, version: (before?.version ?? 0) + 1, by: by.memberId, at: context.at, content };
}

/** Refuses whoever may not change the draft now. @throws what {@link saveDraft} refuses before it looks at the version */
export function assertMayDraft(matter: HandlingInMatter, by: Authority, context: PolicyContext): void {
  assertHandlingAllowed(DRAFT, matter, by, context);
}

/** What is written of the round under way. */
const standing = ({ handling }: HandlingInMatter, draft: ReplyDraft | null): DraftContent =>
  draft?.round === roundUnderWay(handling) ? draft.content : BLANK;

/** Nothing is written yet. */
const BLANK: DraftContent = { text: '', resultCategory: null, channel: null, basis: null, promises: [], files: [] };

/**
 * Adds a file of evidence to the draft of the round under way, which becomes another version of it. The same file again adds nothing.
 * @returns the draft as it is now
 * @throws `proposals.too-many-attachments`, and what {@link saveDraft} refuses
 */
export function attachEvidence(
  matter: HandlingInMatter,
  by: Authority,
  { file, before, read }: { readonly file: Attachment; readonly before: ReplyDraft | null; readonly read: number },
  context: PolicyContext,
): ReplyDraft {
  assertMayDraft(matter, by, context);
  const content = standing(matter, before);
  if (before && content.files.some(({ sha256 }) => sha256 === file.sha256)) return before;
  return saveDraft(matter, by, { content: { ...content, files: withEvidence(content.files, file) }, before, read }, context);
}

/** Takes a file of evidence out of it again. @throws what {@link saveDraft} refuses */
export function detachEvidence(
  matter: HandlingInMatter,
  by: Authority,
  { fileId, before, read }: { readonly fileId: string; readonly before: ReplyDraft | null; readonly read: number },
  context: PolicyContext,
): ReplyDraft {
  const content = standing(matter, before);
  return saveDraft(matter, by, { content: { ...content, files: content.files.filter(({ id }) => id !== fileId) }, before, read }, context);
}

/** The files that go out with the reply of the round under way. */
export const evidenceIn = (matter: HandlingInMatter, draft: ReplyDraft | null): readonly Attachment[] => standing(matter, draft).files;

/** One more file of evidence. @throws `proposals.too-many-attachments`, `proposals.attached-already` */
export function withEvidence(present: readonly Attachment[], file: Attachment): readonly Attachment[] {
  const same = present.find(({ sha256 }) => sha256 === file.sha256);
  if (same) throw ProposalErrors.attachedAlready(same.name);
  if (present.length >= ATTACHMENT_LIMITS.files) throw ProposalErrors.tooManyAttachments(ATTACHMENT_LIMITS.files);
  return [...present, file];
}

/** Whether the member may read drafts of the reply: the units, their leaders in charge, the committee where it audits; no proposer. */
export function maySeeDraft({ proposal, handling }: HandlingInMatter, by: Authority, { call }: PolicyContext): boolean {
  if (isProposer(proposal, by)) return false;
  const units = [handling.leadUnitId, ...handling.assistingUnitIds];
  const isOfUnit = units.some((unitId) => by.handles.includes(unitId) || by.inCharge.includes(unitId));
  return isOfUnit || (by.reviews && call.settings.beforeReply.includes('committee-audit'));
}

/**
 * Whether the member may read what a unit drafted that led the work before (改交): that unit, its leader in charge, and the committee. Never
 * the unit that leads it now, nor the proposer.
 */
export function maySeeFormerDraft({ proposal, handling }: HandlingInMatter, unitId: string, by: Authority): boolean {
  if (isProposer(proposal, by)) return false;
  const isOfUnit = by.handles.includes(unitId) || by.inCharge.includes(unitId);
  return isOfUnit || (by.reviews && !by.handles.includes(handling.leadUnitId));
}

/** Whether the member proposes it, alone or jointly. */
export const isProposer = (proposal: Pick<Proposal, 'leadProposerId' | 'merged'>, { memberId }: Authority): boolean =>
  proposal.leadProposerId === memberId || jointProposersOf(proposal).includes(memberId);

/** All that it says, to be compared: whatever was stored comes back with its keys in another order. */
const wordsOf = ({ text, resultCategory, channel, basis, promises, files }: DraftContent): string =>
  JSON.stringify([text, resultCategory, channel, basis, promises.map(({ promise, dueOn }) => [promise, dueOn]), files.map(({ id }) => id)]);

const isOneSitting = ({ at }: ReplyDraft, context: PolicyContext): boolean => context.at.getTime() - at.getTime() < ONE_SITTING_MS;

const wasShown = ({ round, number }: ReplyDraft, handling: Handling, { desks }: PolicyContext): boolean =>
  deskOf(handling, desks).clearances.some((one) => one.round === round && one.draft === number);
