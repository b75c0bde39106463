import { publicCredential } from '@plenum/ballot-crypto';
import { type BallotHouse, Meeting, ownBallotHouse } from '../testing/ballot-house.js';
import { arithmetic, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(120_000);

describe('what is kept of a sealed ballot', () => {
  const theHouse = ownBallotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let vote: SealedVote;
  const credentials: string[] = [];
  const papers: string[] = [];
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house, { delegates: 4 });
    vote = await SealedVote.named(house, meeting, 'election');
    for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
    for (const voter of meeting.delegates) credentials.push(await vote.register(voter));
    await vote.accepted(meeting.organiser, 'opening', {});
    for (const [n, voter] of meeting.delegates.entries()) {
      const paper = await vote.seal(voter, [[Number(n < 2), 0, 1]]);
      papers.push(paper);
      expect((await vote.cast(voter, paper)).status).toBe(200);
    }
  }, 120_000);

  const rows = <R>(sql: string): Promise<R[]> => house.database.query<R>(sql, [vote.id]);
  const columnsOf = async (table: string) =>
    (
      await house.database.query<{ name: string }>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position',
        [table],
      )
    ).map(({ name }) => name);
  /** The tables in which a text stands, also inside the bytes of the board. */
  const holding = async (text: string): Promise<string[]> => {
    const tables = await house.database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const [row] = await house.database.query<{ held: boolean }>(
          `SELECT EXISTS (SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0) AS held`,
          [text, Buffer.from(text).toString('hex')],
        );
        return row?.held ? [name] : [];
      }),
    );
    return found.flat().sort();
  };

  it('has a paper on the board alone: not in the audit trail, not in the outbox', async () => {
    for (const paper of papers) {
      const { signature } = JSON.parse(paper) as { signature: { proof: { response: string } } };
      expect(await holding(signature.proof.response)).toEqual(['board_events']);
    }
  });

  it('has a credential where papers are, and nowhere a person is', async () => {
    for (const credential of credentials)
      expect(await holding(credential)).toEqual(['board_events', 'sealed_credentials', 'sealed_elections']);
    for (const { id } of meeting.delegates)
      expect(await holding(id)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(board_events|sealed_credentials|sealed_elections)$/)]),
      );
  });

  it('has no column in which a person could stand beside a credential or a paper, nor a time or an order beside either', async () => {
    expect(await columnsOf('sealed_registrations')).toEqual(['ballot_id', 'member_id']);
    expect(await columnsOf('sealed_credentials')).toEqual(['ballot_id', 'credential']);
    expect(await columnsOf('board_events')).toEqual([
      'ballot_id',
      'height',
      'type',
      'parent',
      'hash',
      'payload',
      'credential',
      'owner',
      'bytes',
    ]);
    expect(await columnsOf('sealed_elections')).toEqual(['ballot_id', 'election', 'trustees', 'roll', 'owners', 'acknowledgement_key']);
  });

  it('has the key of the credentials that waited for the opening nowhere any more, and none of them waits', async () => {
    expect(await rows('SELECT 1 FROM registration_keys WHERE ballot_id = $1')).toEqual([]);
    expect(await rows('SELECT 1 FROM pending_credentials WHERE ballot_id = $1')).toEqual([]);
  });

  it('has both sets written anew at the opening: neither transactions nor places tell who registered what', async () => {
    const registrations = await rows<{ tx: string; id: string }>(
      'SELECT xmin::text AS tx, member_id::text AS id FROM sealed_registrations WHERE ballot_id = $1 ORDER BY ctid',
    );
    const issued = await rows<{ tx: string; id: string }>(
      'SELECT xmin::text AS tx, credential AS id FROM sealed_credentials WHERE ballot_id = $1 ORDER BY ctid',
    );
    expect(new Set([...registrations, ...issued].map(({ tx }) => tx)).size).toBe(1);
    for (const set of [registrations, issued]) expect(set.map(({ id }) => id)).toEqual(set.map(({ id }) => id).sort());
    const { roll } = (await vote.get(meeting.organiser, '/board/setup')).body as { roll: string };
    expect(JSON.parse(roll)).toEqual([...credentials].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)));
  });

  it('writes into the audit trail how many fetched a paper, never who or when, and of a cast paper nothing', async () => {
    const audited = await rows<{ action: string; actor: string; after: { issued?: number } }>(
      'SELECT action, actor_id AS actor, after FROM audit_trail WHERE subject_id = $1',
    );
    for (const { id } of meeting.delegates) expect(audited.map(({ actor }) => actor)).not.toContain(id);
    expect(audited.filter(({ action }) => /credential|cast-paper/.test(action))).toEqual([]);
    expect(audited.find(({ action }) => action === 'open-voting')?.after.issued).toBe(meeting.delegates.length);
    const [{ cast = -1 } = {}] = await house.database.query<{ cast: number }>(
      "SELECT count(*)::int AS cast FROM audit_trail WHERE action LIKE '%cast%' OR action LIKE '%paper%'",
    );
    expect(cast).toBe(0);
  });

  it('cannot be changed on the board, only continued, and that in order', async () => {
    const attempts = [
      'UPDATE board_events SET credential = $2 WHERE ballot_id = $1',
      'DELETE FROM board_events WHERE ballot_id = $1 AND credential <> $2',
    ];
    for (const attempt of attempts)
      await expect(house.database.query(attempt, [vote.id, publicCredential(arithmetic, 7n)])).rejects.toThrow('append-only');
    await expect(house.database.query('TRUNCATE board_events')).rejects.toThrow('append-only');
    const copy = (
      height: string,
      parent: string,
    ) => `INSERT INTO board_events (ballot_id, height, type, parent, hash, payload, credential, bytes)
      SELECT ballot_id, ${height}, type, ${parent}, 'h', 'p', credential, bytes FROM board_events WHERE ballot_id = $1 AND height = 4`;
    await expect(rows(copy('6', 'hash'))).rejects.toThrow('does not follow');
    await expect(rows(copy('5', 'parent'))).rejects.toThrow('does not follow');
    await vote.accepted(meeting.organiser, 'closing', {});
    const late = copy('7', '(SELECT hash FROM board_events WHERE ballot_id = $1 AND height = 6)');
    await expect(rows(late)).rejects.toThrow('no more papers');
  });
});
