import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'pg';

// What a draft costs when nothing is asked: no token, no rule, no validation. A program of its own: node bare-drafts.js PORT DATABASE_URL
// ORGANISATION_ID SESSION_ID MEMBER_ID
const [port, databaseUrl, organisationId, sessionId, memberId] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl as string, max: 20 });

const INSERT_PROPOSAL = `
INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, category, state, track,
  submitted_at, late, docket_no, withdrawal, created_at, text_by, text_at, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'DRAFT', NULL, NULL, false, NULL, NULL, $10, $5, $10, 1)
`;
const INSERT_AUDIT = `
INSERT INTO audit_trail (id, occurred_at, organisation_id, actor_id, action, subject_kind, subject_id, before, after, trace_id)
  VALUES ($1, $2, $3, $4, 'draft-proposal', 'proposal', $5, NULL, $6, $7)
`;
const INSERT_FACT = `
INSERT INTO facts (proposal_id, organisation_id, session_id, version, member_id, at, kind, data, names)
  VALUES ($1, $2, $3, 1, $4, $5, 'ProposalDrafted', $6, NULL)
`;

interface Draft {
  readonly callId: string;
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
  readonly category: string;
}

/** The rows that the service writes for a draft, in one transaction. */
async function write(draft: Draft): Promise<string> {
  const [id, at, client] = [randomUUID(), new Date(), await pool.connect()];
  try {
    await client.query('BEGIN');
    await client.query(INSERT_PROPOSAL, [
      id,
      organisationId,
      sessionId,
      draft.callId,
      memberId,
      draft.subject,
      draft.grounds,
      draft.measures,
      draft.category,
      at,
    ]);
    const after = {
      id,
      organisationId,
      sessionId,
      leadProposerId: memberId,
      content: draft,
      state: 'DRAFT',
      signatures: [],
      handlings: [],
      late: false,
      createdAt: at,
      version: 1,
    };
    await client.query(INSERT_AUDIT, [randomUUID(), at, organisationId, memberId, id, JSON.stringify(after), randomUUID()]);
    await client.query(INSERT_FACT, [id, organisationId, sessionId, memberId, at, '{}']);
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const answer = async (request: IncomingMessage): Promise<object> => ({
  id: await write(JSON.parse(await text(request)) as Draft),
  state: 'DRAFT',
  docketNo: null,
  version: 1,
});

createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    () => response.writeHead(500).end(),
  );
}).listen(Number(port), '127.0.0.1');
