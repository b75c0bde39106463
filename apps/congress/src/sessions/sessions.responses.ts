import type { CongressKind, SessionState } from '@plenum/congress-domain';

export class TermResponse {
  id!: string;
  termNo!: number;
  kind!: CongressKind;
  /** First and last day, `YYYY-MM-DD`. */
  from!: string;
  to!: string;
}

export class TermListResponse {
  items!: TermResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}

export class FractionResponse {
  num!: number;
  den!: number;
  inclusive!: boolean;
}

export class SessionResponse {
  id!: string;
  termId!: string;
  termNo!: number;
  kind!: CongressKind;
  sessionNo!: number;
  title!: string;
  opensAt!: string;
  closesAt!: string;
  quorum!: FractionResponse;
  state!: SessionState;
  openedAt!: string | null;
  closedAt!: string | null;
  /** Full delegates: 应到. */
  entitled!: number;
  /** Goes with its opening and closing, which are refused where somebody changed it, or who sits in it, since. */
  version!: number;
}

export class SessionListResponse {
  items!: SessionResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}
