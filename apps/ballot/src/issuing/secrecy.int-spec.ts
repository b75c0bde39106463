import { AuditHeads, AuditSealer } from '@plenum/service-kit';
import { type BallotHouse, Meeting, type Person, ownBallotHouse } from '../testing/ballot-house.js';
import { ADMITTING_RULES, MixedVote } from '../testing/mixed-steps.js';

jest.setTimeout(180_000);

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Where a voter may stand, and beside what. In none of these can a vote, a paper, a time of voting or an order stand. */
const VOTERS_STAND_IN = [
  'ballot_rolls.member_id',
  'issued_papers.member_id',
  'sealed_registrations.member_id',
  'slip_holders.member_id',
  'directory_attendance.member_id',
  'directory_members.id',
  'directory_seats.member_id', // Told by the congress service.
];

describe('what is kept after a mixed vote, in every column of every table', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let mixed: MixedVote;
  let columns: readonly Column[];
  let codes: string[];
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;

  const query = <R>(sql: string, values: unknown[] = []): Promise<R[]> => house.database.query<R>(sql, values);
  /** A fingerprint of all rows of each table, with the transactions that wrote them. */
  const fingerprints = async (): Promise<ReadonlyMap<string, string>> => {
    const tables = [...new Set(columns.map(({ table }) => table))];
    const taken = await Promise.all(
      tables.map(async (table) => {
        // How far the relay has come with what was told before the vote is not the vote's doing.
        const [line, order] =
          table === 'outbox'
            ? ["(to_jsonb(t) - 'relayed_at' - 'confirmed_at' - 'look_again_at')::text", 't.position']
            : ['t.xmin::text || t::text', 't.ctid'];
        const [row] = await query<{ print: string }>(
          `SELECT md5(coalesce(string_agg(${line}, '|' ORDER BY ${order}), '')) AS print FROM ${table} t`,
        );
        return [table, row?.print ?? ''] as const;
      }),
    );
    return new Map(taken);
  };
  /** The columns in which a text stands, also within the bytes or JSON of one. */
  const holding = async (text: string): Promise<string[]> => {
    const found = await Promise.all(
      columns.map(async ({ table, column }) => {
        const [row] = await query<{ held: boolean }>(
          `SELECT EXISTS (SELECT FROM ${table} t WHERE strpos(t."${column}"::text, $1) > 0 OR strpos(t."${column}"::text, $2) > 0) AS held`,
          [text, Buffer.from(text).toString('hex')],
        );
        return row?.held ? [`${table}.${column}`] : [];
      }),
    );
    return found.flat();
  };
  const columnsOf = (table: string) => columns.filter((each) => each.table === table).map(({ column }) => column);

  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house, { delegates: 8, present: 7 });
    columns = await query<Column>(`
SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      ORDER BY c.table_name, c.ordinal_position
      `);
    const [one, two, three, four, five, six, , late] = meeting.delegates as Person[] &
      [Person, Person, Person, Person, Person, Person, Person, Person];
    mixed = await MixedVote.ready(house, meeting, ADMITTING_RULES);
    const { vote } = mixed;
    // In the opposite order of their ids: a place that still told the order of serving would show.
    const devices = [one, two, three].sort((a, b) => (a.id < b.id ? 1 : -1));
    for (const voter of devices) await vote.register(voter);
    const slips = await mixed.prepareSlips(1, 2, 3);
    codes = slips.map(({ code }) => code);
    const drawn = [four, five].sort((a, b) => (a.id < b.id ? 1 : -1));
    for (const voter of drawn) await mixed.at('slips/drawn', voter);
    await mixed.at('slips/lost', four, mixed.codesDesk, { serial: 2 });
    const papers = [six, meeting.delegates[6] as Person].sort((a, b) => (a.id < b.id ? 1 : -1));
    for (const voter of papers) await mixed.at('issued-papers', voter);
    await vote.accepted(meeting.organiser, 'opening', {});
    await meeting.signIn(late);
    expect(await mixed.at('issued-papers', late)).toBe('200');
    await vote.vote(one, [[1, 0, 0]]);
    // The sealer of the audit trail comes some moments after what it seals: what it still owes to the opening is not the vote's doing, nor
    // is the head of the day.
    await house.app.get(AuditSealer).sealAll({ waits: true });
    await house.app.get(AuditHeads).publish();
    before = await fingerprints();
    await vote.typeCode(four, codes[0] ?? '');
    await vote.vote(four, [[0, 1, 0]]);
    after = await fingerprints();
    await vote.accepted(meeting.tellers[0], 'closing', { returned: 3 });
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    await mixed.enter('yes', 'no', 'yes');
    await vote.accepted(meeting.tellers[0], 'count', {});
  }, 180_000);

  it('a vote leaves one row on the board and nothing anywhere else: no time, no name, no mark that somebody voted', () => {
    const touched = [...after].filter(([table, print]) => before.get(table) !== print).map(([table]) => table);
    expect(touched).toEqual(['board_events']);
  });

  it('a voter stands only where it says that there is a voter', async () => {
    expect(columns.length).toBeGreaterThan(50);
    for (const { id } of meeting.delegates) {
      for (const place of await holding(id)) expect(VOTERS_STAND_IN).toContain(place);
    }
  });

  it('beside a voter stands no time, no number and no text of a vote', () => {
    for (const table of ['issued_papers', 'slip_holders', 'sealed_registrations'])
      expect(columnsOf(table)).toEqual(['ballot_id', 'member_id']);
    expect(columnsOf('ballot_rolls')).toEqual(['ballot_id', 'member_id', 'present']);
    expect(columnsOf('slips')).toEqual(['ballot_id', 'serial', 'credential', 'fate']);
    const timed = columns.filter(({ type }) => /timestamp|date|time/.test(type)).map(({ table }) => table);
    const ofAVote = [
      'ballot_rolls',
      'issued_papers',
      'slip_holders',
      'slips',
      'sealed_registrations',
      'sealed_credentials',
      'sealed_elections',
      'board_events',
      'ballot_sheets',
      'ballot_entries',
    ];
    for (const table of ofAVote) expect(timed).not.toContain(table);
  });

  it('the audit trail says of the desks who served, never whom', async () => {
    const rows = await query<{ action: string; actor: string; said: string }>(
      `SELECT action, actor_id AS actor, concat(before::text, after::text) AS said FROM audit_trail WHERE subject_id = $1`,
      [mixed.vote.id],
    );
    const served = rows.filter(({ action }) => ['issue-paper', 'issue-slip', 'replace-slip', 'prepare-slips'].includes(action));
    expect(served.map(({ action }) => action).sort()).toEqual([
      'issue-paper',
      'issue-paper',
      'issue-paper',
      'issue-slip',
      'issue-slip',
      'prepare-slips',
      'replace-slip',
    ]);
    for (const { actor } of served) expect([mixed.desk.id, mixed.codesDesk.id]).toContain(actor);
    for (const { said } of rows) for (const { id } of meeting.delegates) expect(said).not.toContain(id);
    expect(rows.map(({ action }) => action)).not.toContain('cast-paper');
  });

  it('each register was written anew at the opening, sorted: only a late arrival stands behind', async () => {
    const [late] = meeting.delegates.slice(7) as [Person];
    const written = async (table: string) =>
      query<{ tx: string; id: string }>(`SELECT xmin::text AS tx, member_id::text AS id FROM ${table} WHERE ballot_id = $1 ORDER BY ctid`, [
        mixed.vote.id,
      ]);
    for (const table of ['issued_papers', 'slip_holders', 'sealed_registrations']) {
      const rows = (await written(table)).filter(({ id }) => id !== late.id);
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
      expect([table, new Set(rows.map(({ tx }) => tx)).size]).toEqual([table, 1]);
    }
  });

  it('the number on a stub leads to no paper, and a code is nowhere', async () => {
    expect(await query('SELECT serial, fate FROM slips WHERE ballot_id = $1', [mixed.vote.id])).toEqual([{ serial: 2, fate: 'lost' }]);
    for (const code of codes) for (const form of [code, code.replaceAll('-', '')]) expect(await holding(form)).toEqual([]);
  });

  it('the figures of the issue are final with the signed result', async () => {
    const { vote } = mixed;
    for (const as of [vote.scrutineers[0], meeting.tellers[0]]) await vote.accepted(as as Person, 'signatures', {});
    const attempts = [
      'issued_per_channel = \'{"sealed": 4, "paper": 4}\'',
      "desk = '{}'",
      "at_opening = '{}'",
      "election_id = 'x'",
      "codes_desk = '[]'",
    ];
    for (const attempt of attempts) await expect(query(`UPDATE ballots SET ${attempt} WHERE id = $1`, [vote.id])).rejects.toThrow('final');
  });
});
