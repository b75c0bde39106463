/** Adds a value to the parameters of a query and answers its place. */
export type Bind = (value: unknown) => string;

const ACCEPTED = `p.state IN ('FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED')`;

/** Whether a member has a seat of some kind in the session of a proposal. */
export const seated = (me: string, kind: string): string =>
  `EXISTS (SELECT 1 FROM directory_seats s WHERE s.session_id = p.session_id AND s.member_id = ${me} AND s.seated AND ${kind})`;

/** What a signature of the member looks like in `signatures`, for containment. */
export const signature = (memberId: string, state?: 'INVITED' | 'SIGNED'): string =>
  JSON.stringify([state ? { memberId, state } : { memberId }]);

/** Leads it, or has signed it. */
export const isSigner = (memberId: string, bind: Bind): string =>
  `(p.lead_proposer_id = ${bind(memberId)} OR p.signatures @> ${bind(signature(memberId, 'SIGNED'))})`;

/**
 * Of what was submitted: all of it for offices of the organisation, their sessions for offices of those, and what was accepted for
 * whoever sits in the session. The same rules as `maySee` of the domain, for many rows at once.
 */
export function submittedFor(memberId: string, seesSubmitted: readonly (string | null)[], bind: Bind): string {
  if (seesSubmitted.includes(null)) return 'true';
  return `(p.session_id = ANY(${bind(seesSubmitted)}::uuid[]) OR (${ACCEPTED} AND ${seated(bind(memberId), 'true')}))`;
}

/** A part of the subject, the docket number or the lead proposer's name, from `directory_members m`. */
export function contains(search: string, bind: Bind): string {
  const pattern = bind(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
  return `(p.subject ILIKE ${pattern} OR p.docket_no ILIKE ${pattern} OR m.name ILIKE ${pattern})`;
}
