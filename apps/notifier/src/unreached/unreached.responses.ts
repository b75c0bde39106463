/** Somebody whom no mail reached, and what they were to be told. */
export class UnreachedResponse {
  id: string;
  memberId: string;
  name: string;
  staffNo: string;
  code: string;
  /** The facts of the code's wording. */
  params: Record<string, string | number>;
  link: string | null;
  createdAt: string;
  /** There is no address, or the mail server refuses it for good. */
  reason: 'no-address' | 'refused';
}

/** A page of those, the latest first. */
export class UnreachedPageResponse {
  items: UnreachedResponse[];
  total: number;
  page: number;
  pageSize: number;
}
