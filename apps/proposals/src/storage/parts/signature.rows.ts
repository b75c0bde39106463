import type { Transaction } from '@plenum/database';
import type { Proposal, Signature } from '@plenum/proposals-domain';

/** A row of `signatures`, as JSON beside its proposal. */
export interface SignatureRow {
  readonly memberId: string;
  readonly state: Signature['state'];
  readonly at: string;
  readonly signedText: number | null;
  readonly onPaper: boolean;
}

/** The signatures of `proposals p`, as {@link SignatureRow}. */
export const SIGNATURES_COLUMN = `(SELECT coalesce(json_agg(json_build_object('memberId', s.member_id, 'state', s.state, 'at', s.at,
  'signedText', s.signed_text, 'onPaper', s.on_paper)
  ORDER BY s.at, s.place), '[]') FROM signatures s WHERE s.proposal_id = p.id) AS signatures`;

/** The signature that a row holds. */
export function toSignature({ signedText, onPaper, at, ...row }: SignatureRow): Signature {
  return { ...row, at: new Date(at), ...(signedText === null ? {} : { signedText }), ...(onPaper ? { onPaper } : {}) };
}

const WRITE = `INSERT INTO signatures (proposal_id, member_id, state, at, signed_text, on_paper)
  SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::int[], $6::boolean[])
  ON CONFLICT (proposal_id, member_id) DO UPDATE
  SET state = excluded.state, at = excluded.at, signed_text = excluded.signed_text, on_paper = excluded.on_paper`;

/** Writes the signatures that a change made or took away, and no others. The proposal is locked. */
export async function writeSignatures(
  tx: Transaction,
  { id, signatures }: Pick<Proposal, 'id' | 'signatures'>,
  before: Proposal['signatures'],
): Promise<void> {
  const made = signatures.filter((one) => !before.includes(one));
  if (made.length > 0) {
    const columns = [
      made.map(({ memberId }) => memberId),
      made.map(({ state }) => state),
      made.map(({ at }) => at),
      made.map(({ signedText }) => signedText ?? null),
      made.map(({ onPaper }) => onPaper ?? false),
    ];
    await tx.query(WRITE, [id, ...columns]);
  }
  const kept = new Set(signatures.map(({ memberId }) => memberId));
  const gone = before.filter(({ memberId }) => !kept.has(memberId)).map(({ memberId }) => memberId);
  if (gone.length > 0) await tx.query('DELETE FROM signatures WHERE proposal_id = $1 AND member_id = ANY($2)', [id, gone]);
}
