import type { BounceReason, GroupProvider, NoticeEnd, PersonalWay } from '@plenum/contracts';
import type { Standing } from './served-people.js';

/** Something that people were told. */
export class ServedMatterResponse {
  id: string;
  code: string;
  /** The facts of the code's wording. */
  params: Record<string, string | number>;
  link: string | null;
  toldAt: string;
  /** How many were told. */
  told: number;
  /** How many of them have opened it in the app or signed for it on paper. */
  confirmed: number;
}

/** A page of those, the latest first. */
export class ServedMatterPageResponse {
  items: ServedMatterResponse[];
  total: number;
  page: number;
  pageSize: number;
}

/** What became of it on one way. No address stands here. */
export class ServedOnWayResponse {
  way: PersonalWay;
  state: 'due' | 'claimed' | 'sent' | 'skipped' | 'given-up' | 'bounced' | 'withdrawn';
  /** Why it was not sent, or waits: a stable word; null where there is nothing to say. */
  reason: string | null;
  /** When it was taken by whoever carries it. */
  at: string | null;
}

/** That somebody signed on paper, and who recorded it. */
export class PaperSignatureResponse {
  /** A civil date; null where it was recorded by mistake. */
  signedOn: string | null;
  recordedBy: string;
  recordedAt: string;
  /** Why it was last changed; null while it was not. */
  correction: string | null;
  /** They signed on a day after what they were told was over. */
  isLate: boolean;
  version: number;
}

/** What proves that one person was told. */
export class ServedPersonResponse {
  memberId: string;
  name: string;
  staffNo: string;
  unit: string | null;
  /** In the latest session in which they have a seat. */
  delegation: string | null;
  toldAt: string;
  openedAt: string | null;
  ways: ServedOnWayResponse[];
  paper: PaperSignatureResponse | null;
  /** The best that is known. */
  standing: Standing;
  /** Why it asks for nothing any more; null while it may. */
  over: NoticeEnd | null;
}

/** What was posted in a group, which is for nobody in particular. */
export class ServedGroupResponse {
  provider: GroupProvider;
  state: 'due' | 'claimed' | 'sent' | 'skipped' | 'given-up' | 'withdrawn';
  reason: string | null;
  at: string | null;
}

/** How many of those who were told stand how. */
export class StandingsResponse {
  signed: number;
  opened: number;
  sent: number;
  waiting: number;
  withdrawn: number;
  notReached: number;
}

/** Something that people were told, and what proves it of each of them. */
export class ProofResponse {
  matter: ServedMatterResponse;
  standings: StandingsResponse;
  groups: ServedGroupResponse[];
  items: ServedPersonResponse[];
  total: number;
  page: number;
  pageSize: number;
}

/** Why somebody is to be told on paper. */
export type PaperReason = 'no-address' | 'given-up' | 'other-way' | BounceReason | 'not-opened';

/** Somebody who is to be told on paper. */
export class PaperListEntryResponse {
  memberId: string;
  name: string;
  staffNo: string;
  unit: string | null;
  delegation: string | null;
  reason: PaperReason;
}

/** Who is to be told on paper, by staff number. */
export class PaperListResponse {
  matter: ServedMatterResponse;
  /** After how many days whoever has not opened it is on the list. */
  days: number;
  people: PaperListEntryResponse[];
}

/** What came of recording signatures. */
export class SignaturesRecordedResponse {
  recorded: number;
  /** Of whom it was on record before: that stays as it is. */
  before: number;
}
