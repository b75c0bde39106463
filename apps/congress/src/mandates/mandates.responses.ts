/** That somebody was elected. */
export class MandateResponse {
  ballotId!: string;
  sessionId!: string;
  /** Null for who was written in or is no member. */
  memberId!: string | null;
  name!: string;
  /** What they are elected to. */
  post!: string;
  /** Of the ballot. */
  title!: string;
  /** The office of the congress that they hold by it; null where it gives none. */
  officeId!: string | null;
  electedAt!: string;
  /** The last day of the term, `YYYY-MM-DD`. */
  until!: string;
  /** Why the ballot was annulled since; null where the mandate stands. */
  withdrawnBecause!: string | null;
}

export class MandateListResponse {
  items!: MandateResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}
