import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES } from '../testing/ballot-steps.js';

const chunk = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** A grey picture that any program opens; `more` is text inside it, to make it as long as one likes. */
function png(width: number, height: number, more = 'a comment'): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 0x80));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${more}`)),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const FACE = png(48, 60);
const DIGEST = createHash('sha256').update(FACE).digest('hex');
const TEXT = '一线教师，从教十八年。'; // 18 years of teaching.

describe('what candidates hand in about themselves', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let elsewhere: Person;
  let delegate: Person;
  let ballot: BallotSteps;

  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
    elsewhere = (await Meeting.of(house)).organiser;
    delegate = meeting.delegates[0] ?? meeting.organiser;
  }, 120_000);

  beforeEach(async () => {
    ballot = await BallotSteps.draft(house, meeting, 'election');
  });

  const describeAs = (as: Person | null, texts: object[], version?: number) =>
    house.change('put', `/ballots/${ballot.id}/profiles`, as, { texts, ...(version && { version }) });
  const sendPicture = async (as: Person | null, bytes: Buffer, id = 'c1', version?: number) =>
    house.upload(
      `/ballots/${ballot.id}/profiles/${id}/picture?version=${version ?? (await house.versionOf(`/ballots/${ballot.id}`))}`,
      as,
      bytes,
    );
  const told = ({ status, body }: { status: number; body: unknown }) => `${status} ${(body as { type?: string }).type ?? ''}`.trim();
  const profiles = async (as: Person) =>
    ((await house.send('get', `/ballots/${ballot.id}/profiles`, as)).body as { profiles: object[] }).profiles;
  const rows = async (table: 'candidate_profiles' | 'candidate_pictures') =>
    (await house.database.query(`SELECT 1 FROM ${table} WHERE ballot_id = $1`, [ballot.id])).length;

  it('stands in the order of the paper, and says of nobody more than that nothing was handed in', async () => {
    expect(await profiles(meeting.organiser)).toEqual([]);
    expect(await describeAs(meeting.organiser, [{ id: 'c2', text: ` ${TEXT}\n` }], 1)).toMatchObject({
      status: 200,
      body: { id: ballot.id, state: 'RULES_DRAFT', version: 2 },
    });
    expect(await sendPicture(meeting.organiser, FACE, 'c2', 2)).toMatchObject({ status: 200, body: { version: 3 } });
    const handedIn = [
      { id: 'c1', label: 'One', text: null, picture: null },
      { id: 'c2', label: 'Two', text: TEXT, picture: DIGEST },
    ];
    expect(await profiles(meeting.organiser)).toEqual(handedIn);
    expect((await ballot.get(meeting.organiser)).body).toMatchObject({
      hasProfiles: true,
      candidates: [
        { id: 'c1', label: 'One', memberId: null },
        { id: 'c2', label: 'Two', memberId: null },
      ],
    });
    await ballot.accepted(meeting.organiser, 'adoption');
    expect(await profiles(delegate)).toEqual(handedIn);
    expect((await ballot.get(delegate)).body).toMatchObject({ hasProfiles: true });
  });

  it('serves a picture as what it is and nothing else', async () => {
    await sendPicture(meeting.organiser, FACE);
    const answer = await house.download(`/ballots/${ballot.id}/pictures/${DIGEST}`, meeting.organiser);
    expect(answer.status).toBe(200);
    expect(FACE.equals(answer.body as Buffer)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=604800, immutable',
    });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    const missing = await house.download(`/ballots/${ballot.id}/pictures/${'0'.repeat(64)}`, meeting.organiser);
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, undefined]);
  });

  it('takes pictures by their bytes, whatever they are called', async () => {
    const page = Buffer.from('<!doctype html><script>alert(document.domain)</script>'.repeat(4));
    expect(told(await sendPicture(meeting.organiser, page))).toBe('422 ballot.picture-kind');
    expect(told(await sendPicture(meeting.organiser, png(48, 60, 'x'.repeat(200_000))))).toBe('422 ballot.picture-too-large');
    expect(await sendPicture(meeting.organiser, png(1201, 2))).toMatchObject({
      status: 422,
      body: { type: 'ballot.picture-too-wide', details: { width: 1201, height: 2, most: 1200 } },
    });
    expect(told(await house.send('put', `/ballots/${ballot.id}/profiles/c1/picture?version=1`, meeting.organiser, { file: 'none' }))).toBe(
      '400 malformed',
    );
    expect(await rows('candidate_pictures')).toBe(0);
    expect(await sendPicture(meeting.organiser, png(1200, 1200))).toMatchObject({ status: 200 });
  });

  it('takes 500 characters as people count them, and not one more', async () => {
    expect(await describeAs(meeting.organiser, [{ id: 'c1', text: '𬱖'.repeat(500) }])).toMatchObject({ status: 200 });
    expect(await describeAs(meeting.organiser, [{ id: 'c1', text: '𬱖'.repeat(501) }])).toMatchObject({
      status: 400,
      body: { faults: [{ field: 'texts.0.text', reason: 'maxLength' }] },
    });
  });

  it('keeps a picture once, and as long as somebody is shown with it', async () => {
    for (const id of ['c1', 'c2']) await sendPicture(meeting.organiser, FACE, id);
    expect([await rows('candidate_profiles'), await rows('candidate_pictures')]).toEqual([2, 1]);
    await sendPicture(meeting.organiser, png(50, 50), 'c1');
    expect(await rows('candidate_pictures')).toBe(2);
    for (const id of ['c1', 'c2'])
      expect((await house.change('delete', `/ballots/${ballot.id}/profiles/${id}/picture`, meeting.organiser)).status).toBe(200);
    expect([await rows('candidate_profiles'), await rows('candidate_pictures')]).toEqual([0, 0]);
  });

  it('is nobody’s but the organisers’ to change, and while it is a draft to read', async () => {
    await sendPicture(meeting.organiser, FACE);
    for (const [as, refused] of [
      [null, '401 unauthenticated'],
      [elsewhere, '404 ballot.not-found'],
      [delegate, '403 ballot.not-an-organiser'],
      [meeting.scrutineers[0], '403 ballot.not-an-organiser'],
    ] as const) {
      expect(told(await describeAs(as, [{ id: 'c1', text: TEXT }]))).toBe(refused);
      expect(told(await sendPicture(as, FACE))).toBe(refused);
      expect(told(await house.change('delete', `/ballots/${ballot.id}/profiles/c1/picture`, as))).toBe(refused);
      const hidden = as === null ? '401 unauthenticated' : '404 ballot.not-found';
      for (const part of ['profiles', `pictures/${DIGEST}`])
        expect(told(await house.send('get', `/ballots/${ballot.id}/${part}`, as))).toBe(hidden);
    }
    await ballot.accepted(meeting.organiser, 'adoption');
    expect((await house.download(`/ballots/${ballot.id}/pictures/${DIGEST}`, delegate)).status).toBe(200);
    expect((await house.download(`/ballots/${ballot.id}/pictures/${DIGEST}`, elsewhere)).status).toBe(404);
    const other = await BallotSteps.draft(house, meeting, 'election');
    expect((await house.download(`/ballots/${other.id}/pictures/${DIGEST}`, meeting.organiser)).status).toBe(404);
  });

  it('is the same for everybody once the ballot is adopted', async () => {
    await sendPicture(meeting.organiser, FACE);
    await ballot.named();
    expect(told(await describeAs(meeting.organiser, [{ id: 'c1', text: TEXT }]))).toBe('409 ballot.wrong-state');
    expect(told(await sendPicture(meeting.organiser, png(50, 50)))).toBe('409 ballot.wrong-state');
    expect(told(await house.change('delete', `/ballots/${ballot.id}/profiles/c1/picture`, meeting.organiser))).toBe(
      '409 ballot.wrong-state',
    );
    // Another person under the same place on the paper is not shown with what the first handed in.
    expect(
      (
        await house.change('patch', `/ballots/${ballot.id}`, meeting.organiser, {
          candidates: [
            { id: 'c1', label: 'Three' },
            { id: 'c2', label: 'Two' },
          ],
        })
      ).status,
    ).toBe(200);
    expect([await profiles(delegate), await rows('candidate_pictures')]).toEqual([[], 0]);
  });

  it('follows a list that is put in another order, and is adopted only as it was read', async () => {
    await describeAs(meeting.organiser, [{ id: 'c1', text: TEXT }]);
    await house.change('patch', `/ballots/${ballot.id}`, meeting.organiser, {
      candidates: [
        { id: 'c2', label: 'Two' },
        { id: 'c1', label: 'One' },
        { id: 'c3', label: 'Three' },
      ],
    });
    expect(await profiles(meeting.organiser)).toMatchObject([
      { id: 'c2', text: null },
      { id: 'c1', text: TEXT },
      { id: 'c3', text: null },
    ]);
    await describeAs(meeting.organiser, [{ id: 'c2', text: TEXT }], 3);
    expect(told(await describeAs(meeting.organiser, [{ id: 'c2', text: 'Another' }], 3))).toBe('409 ballot.outdated');
    expect(told(await sendPicture(meeting.organiser, FACE, 'c2', 3))).toBe('409 ballot.outdated');
    expect(told(await ballot.post(meeting.organiser, 'adoption', { version: 3 }))).toBe('409 ballot.outdated');
    expect(told(await ballot.post(meeting.organiser, 'adoption', { version: 4 }))).toBe('200');
  });

  it('is gone with the draft', async () => {
    await describeAs(meeting.organiser, [{ id: 'c1', text: TEXT }]);
    await sendPicture(meeting.organiser, FACE);
    expect((await house.change('delete', `/ballots/${ballot.id}`, meeting.organiser)).status).toBe(204);
    expect([await rows('candidate_profiles'), await rows('candidate_pictures')]).toEqual([0, 0]);
  });

  it('goes along to the ballot that repeats one, and is in neither its evidence nor its counting case', async () => {
    await describeAs(meeting.organiser, [{ id: 'c1', text: TEXT }]);
    await sendPicture(meeting.organiser, FACE);
    await ballot.declared();
    const evidence = await house.download(`/ballots/${ballot.id}/evidence`, meeting.scrutineers[0]);
    expect(evidence.status).toBe(200);
    // Its parts are kept as they are: what stands in one is found in the bundle.
    expect((evidence.body as Buffer).includes('"c1"')).toBe(true);
    for (const handedIn of [TEXT, DIGEST]) expect((evidence.body as Buffer).includes(handedIn)).toBe(false);
    expect(JSON.stringify((await ballot.get(meeting.organiser, '/result')).body)).not.toContain(TEXT);
    await ballot.accepted(meeting.organiser, 'annulment', { reason: 'Counted wrongly.' });
    const { body } = await ballot.post(meeting.organiser, 'rerun');
    const again = (body as { id: string }).id;
    expect((await house.send('get', `/ballots/${again}/profiles`, meeting.organiser)).body).toMatchObject({
      profiles: [
        { id: 'c1', text: TEXT, picture: DIGEST },
        { id: 'c2', text: null, picture: null },
      ],
    });
    expect((await house.download(`/ballots/${again}/pictures/${DIGEST}`, meeting.organiser)).status).toBe(200);
  });

  it('is of people: those appraised have it, matters and options have not', async () => {
    const appraisal = await BallotSteps.draftOf(house, meeting, {
      kind: 'appraisal',
      channel: 'paper',
      subjects: [{ id: 's1', label: 'One' }],
      grades: ['good', 'bad'],
    });
    expect(
      (await house.change('put', `/ballots/${appraisal.id}/profiles`, meeting.organiser, { texts: [{ id: 's1', text: TEXT }] })).status,
    ).toBe(200);
    expect(
      told(await house.change('put', `/ballots/${appraisal.id}/profiles`, meeting.organiser, { texts: [{ id: 's9', text: TEXT }] })),
    ).toBe('404 ballot.choice-unknown');
    const plan = await BallotSteps.draft(house, meeting, 'resolution');
    expect(
      told(await house.change('put', `/ballots/${plan.id}/profiles`, meeting.organiser, { texts: [{ id: 'plan', text: TEXT }] })),
    ).toBe('409 ballot.not-described');
  });

  it('may be of candidates under any rules', async () => {
    const drafted = await BallotSteps.draft(house, meeting, 'election', { ...ELECTION_RULES, seats: 1 });
    expect((await drafted.get(meeting.organiser)).body).toMatchObject({ allowedActions: ['revise', 'describe', 'delete-draft', 'adopt'] });
  });
});
