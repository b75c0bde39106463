import type { CivilDate } from '@plenum/calendar';
import { assertVersion } from '@plenum/kernel';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { Endorsement } from './endorsement.js';
import type { Handling, Rating } from './handling.js';
import type { ProposalEvent } from './proposal.events.js';
import type { ReviewStep } from './review-step.js';
import type { MatterState, ProposalState, Track } from '../vocabulary/vocabulary.js';

/** One matter: its subject (案由), grounds (案据) and measures (建议措施). */
export interface Content {
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
  readonly category: string | null;
  /** The unit that its proposer thinks should answer; the committee decides. */
  readonly suggestedUnitId?: string | null;
}

/** Where a member stands with the proposal: asked to second it, has signed in person, or has said no. */
export interface Signature {
  readonly memberId: string;
  readonly state: 'INVITED' | 'SIGNED' | 'DECLINED';
  readonly at: Date;
  /** The number of the text that was signed; of an invitation, the one signed before the text changed: its signer is asked to confirm. */
  readonly signedText?: number;
  /** Signed on a form of paper that the committee entered. */
  readonly onPaper?: true;
}

/** That it came on a form of paper: when it was received, and who of the committee entered it. */
export interface PaperEntry {
  readonly receivedOn: CivilDate;
  readonly by: string;
  readonly at: Date;
}

/** Which text of a proposal stands: each one that others could have read has a number of its own. */
export interface TextMark {
  /** From 1, without gaps. A draft keeps its number however often it changes: nobody else has read it. */
  readonly number: number;
  /** The version of the proposal in which the text, as far as it is signed, last changed. */
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

/** A proposal that was merged into another (并案), as the other keeps it. */
export interface MergedProposal {
  readonly proposalId: string;
  /** Who proposed it: they propose the other jointly since. */
  readonly authorIds: readonly string[];
  /** Who seconded it: they are told what becomes of the matter. */
  readonly seconderIds: readonly string[];
}

/** What a merged proposal was merged into, and what it was until then. */
export interface MergeTarget {
  readonly proposalId: string;
  readonly from: MatterState;
  readonly at: Date;
}

/**
 * A proposal (提案): the text and whose it is, up to its acceptance or its end; the work on it is in its handlings. Immutable: each behaviour
 * answers a {@link Change}.
 */
export interface Proposal {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly callId: string;
  readonly leadProposerId: string;
  /** Whose proposal it is, where it is a delegation's (团提案): its head leads it. Null for a proposal of persons. */
  readonly delegationId: string | null;
  readonly content: Content;
  readonly text: TextMark;
  readonly state: ProposalState;
  /** Null until it is decided which it is. */
  readonly track: Track | null;
  readonly signatures: readonly Signature[];
  /** When it was first submitted. */
  readonly submittedAt: Date | null;
  /** Null where it goes, or went, through no head of a delegation. */
  readonly endorsement: Endorsement | null;
  /** Who confirmed, at its latest submission, that it is none of what the call excludes; null where nobody was asked. */
  readonly exclusionsConfirmed: { readonly by: string; readonly at: Date } | null;
  /** First submitted after the window. */
  readonly late: boolean;
  /** Null for what its proposer wrote here. */
  readonly paper: PaperEntry | null;
  /** What each meeting found about it, the first first. */
  readonly reviewSteps: readonly ReviewStep[];
  /** The how manieth that was handed in in its session (收文号); without gaps. Null until it is handed in. */
  readonly receiptNo: number | null;
  /** Unique and without gaps in its session and track; of a filed proposal, and of a suggestion where the call numbers those. */
  readonly docketNo: string | null;
  readonly withdrawal: { readonly reason: string; readonly at: Date } | null;
  /** Kept from everybody without need, by its proposer or the committee; null where everybody may read it whom it is open to. */
  readonly confidential: { readonly reason: string | null; readonly by: string; readonly at: Date } | null;
  /** What was merged into it, the first first. */
  readonly merged: readonly MergedProposal[];
  /** Set while it is merged into another. */
  readonly mergedInto: MergeTarget | null;
  /** Units work on it: it has handlings. */
  readonly isAssigned: boolean;
  readonly createdAt: Date;
  /** Counts the changes; 1 is the draft. */
  readonly version: number;
}

/** What a behaviour did: the proposal as it is now, the handlings that it began or changed, and the facts that others hear of. */
export interface Change {
  readonly proposal: Proposal;
  readonly handlings?: readonly Handling[];
  /** How a reply was rated, where that is what was done. */
  readonly rating?: Rating;
  readonly events: readonly ProposalEvent[];
}

/** The proposal with the given parts replaced, one version on. */
export function changed(proposal: Proposal, parts: Partial<Proposal>, ...events: ProposalEvent[]): Change {
  return { proposal: { ...proposal, ...parts, version: proposal.version + 1 }, events };
}

/** Refuses a change made on a version that somebody has changed since. @throws `proposals.outdated` */
export function assertCurrent(read: { readonly version: number }, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}

/** Refuses a signature under a text that is not the one that was read; others may have signed since. @throws `proposals.outdated` */
export function assertTextCurrent({ version, text }: Pick<Proposal, 'version' | 'text'>, read: number): void {
  if (read < text.version || read > version) throw ProposalErrors.outdated(version);
}

/** Those who have seconded it. */
export function secondersOf({ signatures }: Pick<Proposal, 'signatures'>): readonly string[] {
  return signatures.filter(({ state }) => state === 'SIGNED').map(({ memberId }) => memberId);
}

/** Those who had signed another text and are asked to confirm this one. */
export function toConfirmOf({ signatures }: Pick<Proposal, 'signatures'>): readonly string[] {
  return signatures.filter(({ state, signedText }) => state === 'INVITED' && signedText !== undefined).map(({ memberId }) => memberId);
}

/** Those who are asked to second it and have not answered. */
export function invitedTo({ signatures }: Pick<Proposal, 'signatures'>): readonly string[] {
  return signatures.filter(({ state }) => state === 'INVITED').map(({ memberId }) => memberId);
}

/** Those who propose it beside its lead, since theirs was merged into it; each once. */
export function jointProposersOf({ merged, leadProposerId }: Pick<Proposal, 'merged' | 'leadProposerId'>): readonly string[] {
  const joint = merged.flatMap(({ authorIds }) => authorIds);
  return [...new Set(joint)].filter((memberId) => memberId !== leadProposerId);
}

/** Everybody besides its lead who signed it, or what was merged into it: they hear what becomes of it; each once. */
export function cosignersOf(proposal: Pick<Proposal, 'merged' | 'leadProposerId' | 'signatures'>): readonly string[] {
  const ofMerged = proposal.merged.flatMap(({ authorIds, seconderIds }) => [...authorIds, ...seconderIds]);
  return [...new Set([...secondersOf(proposal), ...ofMerged])].filter((memberId) => memberId !== proposal.leadProposerId);
}
