import { type BallotHouse, Meeting, ballotHouse } from '../testing/ballot-house.js';

describe('presets', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
  });

  const draft = (body: object) =>
    house.send('post', '/ballots', meeting.organiser, {
      sessionId: meeting.sessionId,
      title: 'A vote',
      kind: 'resolution',
      channel: 'paper',
      items: [{ id: 'plan', label: 'The plan' }],
      ...body,
    });
  const drafted = async (body: object) =>
    (await house.send('get', `/ballots/${((await draft(body)).body as { id: string }).id}`, meeting.organiser)).body;

  it('are listed with their source for everybody who is signed in, and for nobody else', async () => {
    const { status, body } = await house.send('get', '/presets', meeting.delegates[0] ?? null);
    expect(status).toBe(200);
    expect((body as { items: object[] }).items[0]).toMatchObject({
      id: 'shanghai',
      kind: 'resolution',
      mark: 'T',
      source: expect.stringContaining('Shanghai'),
      rules: { pass: { num: 1, den: 2, inclusive: true, base: 'roll' } },
      asks: [{ asks: 'quorum', clause: { article: '28', mark: 'T' } }, { asks: 'threshold' }, { asks: 'secret' }],
    });
    expect((await house.send('get', '/presets', null)).status).toBe(401);
  });

  it('give a draft its rules, of which the organiser changes what the meeting adopts otherwise', async () => {
    expect(await drafted({ preset: 'shanghai' })).toMatchObject({
      preset: 'shanghai',
      warnings: [],
      rules: { quorum: { num: 2, den: 3 }, pass: { inclusive: true, base: 'roll' } },
    });
    const pass = { num: 1, den: 2, inclusive: true, base: 'present' };
    expect(await drafted({ preset: 'shanghai', channel: 'hands', rules: { pass } })).toMatchObject({
      rules: { quorum: { num: 2, den: 3 }, pass },
      warnings: [{ preset: 'shanghai', asks: 'threshold', clause: { article: '31', mark: 'T' } }, { asks: 'secret' }],
    });
    const candidates = [
      { id: 'c1', label: 'One' },
      { id: 'c2', label: 'Two' },
    ];
    const union = (rules: object, listed: object[]) =>
      drafted({ kind: 'election', preset: 'union-election', rules: { seats: 1, ...rules }, items: undefined, candidates: listed });
    expect(await union({}, [])).toMatchObject({
      rules: {
        seats: 1,
        tie: 'runoff',
        procedure: { nomination: { notice: { kind: 'working-days', n: 5 } }, approval: { kind: 'days', n: 15 } },
      },
      warnings: [],
    });
    expect(await union({ procedure: { nomination: null } }, candidates)).toMatchObject({
      rules: { procedure: { nomination: null, approval: { kind: 'days', n: 15 } } },
      warnings: [{ preset: 'union-election', asks: 'nomination-notice', clause: { article: null, mark: 'U' } }],
    });
    expect(await drafted({ preset: 'henan', rules: { procedure: { publication: { kind: 'days', n: 3 } } } })).toMatchObject({
      warnings: [{ preset: 'henan', asks: 'publication', clause: { article: '28', mark: 'T' } }],
    });
  });

  it('warn and do not block', async () => {
    const { id } = (await draft({ preset: 'zhejiang', channel: 'hands' })).body as { id: string };
    expect((await house.send('post', `/ballots/${id}/adoption`, meeting.organiser, { version: 1 })).body).toMatchObject({
      state: 'RULES_ADOPTED',
    });
  });

  it('are for a kind of vote, and known', async () => {
    const faults = async (body: object) => ((await draft(body)).body as { faults: unknown }).faults;
    expect(await faults({ preset: 'union-election' })).toEqual([{ field: 'preset', reason: 'not-of-this-kind' }]);
    expect(await faults({ preset: 'somewhere' })).toEqual([{ field: 'preset', reason: 'isIn' }]);
  });
});
