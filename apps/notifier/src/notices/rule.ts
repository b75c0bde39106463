import type { EventData, EventName, NoticeCode, NoticeParams } from '@plenum/contracts';
import type { AddressChange } from '../storage/former-addresses.repository.js';
import { type Audience, holdersOf, type Names, onlyMembers } from './audience.js';

/** Somebody is told something when an event is heard. */
export type Rule<N extends EventName> = {
  [C in NoticeCode]: {
    readonly tell: (data: EventData<N>) => readonly Audience[];
    readonly code: C;
    readonly params: (data: EventData<N>, names: Names) => Promise<NoticeParams<C>>;
    /** Where the web client shows what it is about. */
    readonly link: (data: EventData<N>) => string | null;
    /** Where one person's doing tells another, as often as they like: who has whom told of what. */
    readonly occasion?: (data: EventData<N>) => string;
    /** It is about the reader's account, which somebody else might hold: every address known is told, whether mails are wanted or not. */
    readonly isAboutAccount?: true;
    /** What changed of the reader's addresses: the former one is kept for a while before anybody is told. */
    readonly addresses?: (data: EventData<N>) => Omit<AddressChange, 'version'>;
  };
}[NoticeCode];

/** What every event about a proposal tells. */
export interface OfProposal {
  readonly proposalId: string;
  readonly subject: string;
  readonly docketNo: string | null;
}

/** Where it is read. */
export const proposal = ({ proposalId }: OfProposal): string => `/proposals/${proposalId}`;

/** Where the unit that handles it works on it. */
export const inUnit = ({ proposalId }: Pick<OfProposal, 'proposalId'>): string => `/unit/${proposalId}`;

/** How a notice calls it. */
export const named = ({ subject, docketNo }: OfProposal) => ({ subject, docketNo: docketNo ?? '' });

/** Whoever proposed or seconded it. */
export const signers = (data: { readonly leadProposerId: string; readonly seconderIds: readonly string[] }): Audience =>
  onlyMembers(data.leadProposerId, ...data.seconderIds);

/** The proposals committee of its session. */
export const committee = ({ sessionId }: { readonly sessionId: string }): Audience => holdersOf('PROPOSALS_COMMITTEE', { sessionId });
