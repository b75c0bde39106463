import type { BounceReason } from '@plenum/contracts';

/** Why somebody was not reached. */
export type UnreachedReason = 'no-address' | 'given-up' | 'other-way' | BounceReason;

/** Somebody whom no mail reached, and what they were to be told. */
export class UnreachedResponse {
  id: string;
  memberId: string;
  name: string;
  staffNo: string;
  unit: string | null;
  /** In the latest session in which they have a seat. */
  delegation: string | null;
  code: string;
  /** The facts of the code's wording. */
  params: Record<string, string | number>;
  link: string | null;
  createdAt: string;
  /** There is no address, the mail bounced (why), or it was given up after three days of trying. */
  reason: UnreachedReason;
}

/** A page of those, the latest first. */
export class UnreachedPageResponse {
  items: UnreachedResponse[];
  total: number;
  page: number;
  pageSize: number;
}
