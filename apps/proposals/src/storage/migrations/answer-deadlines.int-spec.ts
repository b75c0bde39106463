import { randomUUID } from 'node:crypto';
import { derivedId } from '@plenum/service-kit';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../../testing/migrating.js';

const servers = testServers();
const STEP = 'AnswerDeadlines1700000000390';

describe('days by which answers are owed', () => {
  it('are carried over for what is open, with whoever owes it, and go again; requests keep their days', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'answer_deadlines');
    await undo(STEP);
    const [call, proposal, lead, member, unit] = [...Array(5).keys()].map(() => randomUUID()) as [string, string, string, string, string];
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
       VALUES ($1, $2, $2, '2026-03-01', '2026-03-30', '{}')`,
      [call, member],
    );
    await database.query(
      `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, late,
         created_at, text_by, text_at, version, submitted_at)
       VALUES ($1, $2, $2, $3, $4, 'A lift', '', '', 'SUBMITTED', false, now(), $2, now(), 1, now())`,
      [proposal, member, call, lead],
    );
    const ask = async (owedBy: object, dueOn: string | null, state = 'OPEN'): Promise<string> => {
      const id = randomUUID();
      await database.query(
        `INSERT INTO requests (id, organisation_id, proposal_id, kind, state, batch_id, concerns, owed_by, due_on, asked, answered, version)
         VALUES ($1, $2, $3, 'merge-consent', $4, $1, ARRAY[$3::uuid], $5, $6, $7, $8, 1)`,
        [id, member, proposal, state, owedBy, dueOn, { at: '2026-03-09T16:30:00.000Z' }, state === 'OPEN' ? null : {}],
      );
      return id;
    };
    const ofLead = await ask({ who: 'lead-proposer' }, '2026-03-17');
    const ofMember = await ask({ who: 'member', memberId: member }, '2026-03-18');
    const ofUnit = await ask({ who: 'unit', unitId: unit }, '2026-03-19');
    const ofCommittee = await ask({ who: 'committee' }, '2026-03-20');
    await ask({ who: 'committee' }, null);
    await ask({ who: 'committee' }, '2026-03-20', 'ANSWERED');
    await redo();
    const rows = await database.query(
      `SELECT id, subject_id, matter, unit_id, member_ids, office, started_on, due_on
       FROM deadlines WHERE proposal_id = $1 ORDER BY due_on`,
      [proposal],
    );
    const owed = (requestId: string, dueOn: string, parts: object) => ({
      ...{ id: derivedId(requestId, 'answer', 1), subject_id: requestId, matter: 'answer', started_on: '2026-03-10', due_on: dueOn },
      ...{ unit_id: null, member_ids: [], office: null, ...parts },
    });
    expect(rows).toEqual([
      owed(ofLead, '2026-03-17', { member_ids: [lead] }),
      owed(ofMember, '2026-03-18', { member_ids: [member] }),
      owed(ofUnit, '2026-03-19', { unit_id: unit }),
      owed(ofCommittee, '2026-03-20', { office: 'committee' }),
    ]);
    await undo(STEP);
    expect(await database.query('SELECT FROM deadlines WHERE proposal_id = $1', [proposal])).toEqual([]);
    expect(await database.query('SELECT due_on FROM requests WHERE id = $1', [ofLead])).toEqual([{ due_on: '2026-03-17' }]);
    await redo();
    await stop();
  });
});
