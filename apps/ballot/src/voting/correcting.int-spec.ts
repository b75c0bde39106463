import { textOfDocx } from '../documents/testing/docx-text.js';
import { type BallotHouse, ballotHouse, Meeting } from '../testing/ballot-house.js';
import { BallotSteps } from '../testing/ballot-steps.js';

jest.setTimeout(120_000);

describe('a number of returned papers that was mistyped', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  it('is put right by both chiefs after it voided the count; the reason stays with the figures, on the tally sheet and in the audit trail', async () => {
    const meeting = await Meeting.of(house);
    const {
      organiser,
      scrutineers: [scrutineer],
      tellers: [first, second],
    } = meeting;
    const vote = await (await BallotSteps.draft(house, meeting, 'election')).closed(33);
    await vote.accepted(first, 'count', {});
    expect((await vote.get(first, '/result')).body).toMatchObject({ outcome: { status: 'void' } });
    const right = { returned: 3, reason: 'A digit was typed twice.' };
    expect((await vote.post(second, 'corrections', right)).body).toMatchObject({ type: 'ballot.not-a-chief' });
    expect((await vote.post(organiser, 'corrections', right)).status).toBe(403);
    const { version: read } = (await vote.get(scrutineer)).body as { version: number };
    expect(await vote.accepted(scrutineer, 'corrections', right)).toMatchObject({ state: 'TALLIED' });
    // The other chief had the page of before on the screen: they have not read what their colleague says.
    expect(await vote.post(first, 'corrections', { ...right, version: read })).toMatchObject({
      status: 409,
      body: { type: 'ballot.outdated', details: { current: read + 1 } },
    });
    expect((await vote.get(first)).body).toMatchObject({
      allowedActions: expect.arrayContaining(['correct-returned']),
      counts: { returned: 33, corrections: [{ before: { returned: 33 }, found: { returned: 3 }, by: scrutineer.id, confirmedBy: null }] },
    });
    expect(await vote.accepted(first, 'corrections', { ...right, reason: 'As he says.' })).toMatchObject({ state: 'CLOSED' });
    for (const teller of [first, second])
      await vote.enter(
        teller,
        [1, 2, 3].map((no) => ({ no, marks: { c1: 'yes' } })),
      );
    await vote.accepted(first, 'count', {});
    for (const officer of [scrutineer, first]) await vote.accepted(officer, 'signatures', {});
    expect((await vote.get(organiser)).body).toMatchObject({
      counts: { returned: 3, corrections: [{ reason: right.reason, by: scrutineer.id, confirmedBy: first.id }] },
    });
    expect((await vote.post(scrutineer, 'corrections', { ...right, returned: 2 })).status).toBe(409);
    const sheet = textOfDocx((await house.download(`/ballots/${vote.id}/tally-sheet.docx?language=both`, organiser)).body as Buffer);
    expect(sheet).toContain(`收回数原记 33 张，经总监票人和总计票人共同更正为 3 张。原因：${right.reason}`);
    expect(sheet).toContain(
      `first written down as 33 and corrected to 3 by the chief scrutineer and the chief teller. Reason: ${right.reason}`,
    );
    const audited = await house.database.query<{ said: string }>(
      "SELECT after::text AS said FROM audit_trail WHERE subject_id = $1 AND action = 'correct-returned'",
      [vote.id],
    );
    expect(audited).toHaveLength(2);
    expect(audited[0]?.said).toContain(right.reason);
  });
});
