import { randomUUID } from 'node:crypto';
import { testServers } from '@plenum/test-kit';
import { aMigratedDatabase } from '../testing/migrating.js';

const servers = testServers();
const [AT, LATER] = ['2026-03-10T01:02:03.456Z', '2026-03-11T01:02:03.004Z'];

describe('signatures and texts', () => {
  it('are carried over into tables, and back', async () => {
    const { database, undo, redo, stop } = await aMigratedDatabase(servers, 'signatures');
    await undo('SignaturesAndTexts1700000000352');
    const [organisation, call, lead, ding, wu, zhao] = [...Array(6).keys()].map(() => randomUUID());
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings) VALUES ($1, $2, $3, $4, $5, '{}')`,
      [call, organisation, randomUUID(), AT, LATER],
    );
    const add = async (signatures: object[]): Promise<string> => {
      const id = randomUUID();
      await database.query(
        `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state,
          signatures, late, replies, created_at, version) VALUES ($1, $2, $3, $4, $5, 'Any', '', '', 'SECONDING', $6, false, '[]', $7, 3)`,
        [id, organisation, randomUUID(), call, lead, JSON.stringify(signatures), AT],
      );
      return id;
    };
    const plain = [
      { memberId: ding, state: 'SIGNED', at: AT },
      { memberId: wu, state: 'INVITED', at: AT },
      { memberId: zhao, state: 'DECLINED', at: LATER },
    ];
    const changed = [
      { memberId: wu, state: 'SIGNED', at: AT },
      { memberId: ding, state: 'INVITED', at: LATER, hadSigned: true },
    ];
    const ids = [await add(plain), await add(changed), await add([])];
    const asJson = async () =>
      (
        await database.query<{ signatures: object[] }>('SELECT signatures FROM proposals ORDER BY array_position($1::uuid[], id)', [ids])
      ).map((row) => row.signatures);
    expect(await asJson()).toEqual([plain, changed, []]);

    await redo();
    const rows = async (id: string) =>
      database.query(
        'SELECT member_id AS "memberId", state, at, signed_text AS "signedText" FROM signatures WHERE proposal_id = $1 ORDER BY at, place',
        [id],
      );
    expect(await rows(ids[0]!)).toEqual([
      { memberId: ding, state: 'SIGNED', at: new Date(AT), signedText: 1 },
      { memberId: wu, state: 'INVITED', at: new Date(AT), signedText: null },
      { memberId: zhao, state: 'DECLINED', at: new Date(LATER), signedText: null },
    ]);
    // Who signed the text that stands signed the second; the first is signed by whom it was taken from.
    expect(await rows(ids[1]!)).toMatchObject([
      { memberId: wu, signedText: 2 },
      { memberId: ding, signedText: 1 },
    ]);
    const marks = 'SELECT text_number AS number, text_by AS by, text_at AS at FROM proposals ORDER BY array_position($1::uuid[], id)';
    expect(await database.query(marks, [ids])).toEqual([1, 2, 1].map((number) => ({ number, by: lead, at: new Date(AT) })));

    await undo('SignaturesAndTexts1700000000352');
    expect(await asJson()).toEqual([plain, changed, []]);
    await redo();
    expect(await rows(ids[2]!)).toEqual([]);
    await stop();
  });
});
