import { certificatesFingerprint, verifyArchive } from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { type BallotHouse, Meeting, ballotHouse, type Person } from '../../testing/ballot-house.js';
import { TrusteeDevices } from '../../testing/ceremony-steps.js';
import { arithmetic, said, SEALED_RESOLUTION_RULES, SealedVote } from '../../testing/sealed-steps.js';

jest.setTimeout(120_000); // Three rounds of three devices in one thread, beside whatever else the machine does.

const TWO_OF_THREE = { ...SEALED_RESOLUTION_RULES, procedure: { sharesNeeded: 2 } };

describe('a key ceremony of two of three', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const begun = async (delegates: number, rules: object = TWO_OF_THREE) => {
    const meeting = await Meeting.of(house, { delegates });
    const vote = await SealedVote.named(house, meeting, 'resolution', rules);
    return { meeting, vote, devices: new TrusteeDevices(vote), scrutineers: vote.scrutineers as [Person, Person, Person] };
  };

  it('gives keys of which any two open the sums, with a board that two programs accept', async () => {
    const {
      meeting,
      vote,
      devices,
      scrutineers: [first, second, third],
    } = await begun(3);
    const { organiser, delegates } = meeting;
    expect(await devices.seen()).toMatchObject({
      scheme: 'threshold',
      sharesNeeded: 2,
      openRound: 'certificate',
      missing: vote.scrutineers.map(({ id }) => id),
      certificates: null,
      trusteesFingerprint: null,
    });
    await devices.held();
    const {
      openRound,
      missing,
      certificates,
      certificatesFingerprint: fingerprint,
      trusteesFingerprint,
      seats,
    } = await devices.seen(delegates[0]);
    expect([openRound, missing, fingerprint]).toEqual([null, [], certificatesFingerprint(certificates ?? [])]);
    expect(seats.map(({ seat, given }) => [seat, given])).toEqual([1, 2, 3].map((seat) => [seat, ['certificate', 'polynomial', 'output']]));
    for (const voter of delegates) await vote.register(voter);
    await vote.accepted(organiser, 'opening', {});
    expect((await vote.get(organiser, '/board/head')).body).toMatchObject({ trusteesFingerprint });
    for (const voter of delegates) await vote.vote(voter, [[1, 0, 0]]);
    await vote.accepted(organiser, 'closing', {});

    await devices.takeKey(third);
    await vote.share(third);
    expect((await vote.post(organiser, 'count', {})).body).toMatchObject({
      type: 'ballot.shares-missing',
      details: { memberIds: [first.id, second.id], lacking: 1 },
    });
    await devices.takeKey(first);
    await vote.share(first);
    // The box is open: the second scrutineer's share is not needed, and no more is taken.
    await devices.takeKey(second);
    expect(said(await vote.post(second, 'shares', { share: await vote.shareOf(second) }))).toBe('409 ballot.result-stands');
    const archive = await vote.archive(organiser);
    const verdict = verifyArchive(archive, { arithmetic });
    expect(verdict).toMatchObject({ ok: true, state: 'decided', result: [[3, 0, 0]], warnings: [] });
    expect(BeleniosTool.find().verify(archive, verdict.ok ? verdict.election.uuid : '')).toMatchObject({ isAccepted: true });
    await vote.accepted(organiser, 'count', {});
    expect((await vote.get(organiser, '/result')).body).toMatchObject({ outcome: { status: 'passed', items: [{ id: 'plan', yes: 3 }] } });
  });

  it('waits at each barrier for all, and refuses what does not belong there, each by its name', async () => {
    const {
      meeting,
      vote,
      devices,
      scrutineers: [first, second, third],
    } = await begun(2);
    const {
      organiser,
      delegates: [delegate],
    } = meeting;
    const certificate = await devices.certificateOf(first);
    expect(said(await vote.post(null, 'ceremony/certificates', { certificate }))).toBe('401 unauthenticated');
    expect(said(await vote.post(organiser, 'ceremony/certificates', { certificate }))).toBe('403 ballot.not-a-scrutineer');
    expect(said(await vote.get(delegate ?? null, '/ceremony/own'))).toBe('403 ballot.not-a-scrutineer');
    expect(said(await vote.get((await Meeting.of(house)).organiser, '/ceremony'))).toBe('404 ballot.not-found');
    expect(said(await vote.post(first, 'trustee-keys', { publicKey: '{}' }))).toBe('409 ballot.wrong-ceremony');
    // Somebody else's seat, and the certificate of somebody else for the own one.
    expect((await vote.post(second, 'ceremony/certificates', { certificate })).body).toMatchObject({
      type: 'ballot.ceremony-refused',
      details: { check: 'threshold-certificate' },
    });
    await vote.accepted(first, 'ceremony/certificates', { certificate });
    await vote.accepted(first, 'ceremony/certificates', { certificate });
    expect(said(await vote.post(first, 'ceremony/certificates', { certificate: await devices.certificateOf(first) }))).toBe(
      '409 ballot.ceremony-given',
    );
    expect((await vote.post(first, 'ceremony/polynomials', { polynomial: '{}' })).body).toMatchObject({
      type: 'ballot.ceremony-waits',
      details: { round: 'certificate', memberIds: [second.id, third.id] },
    });
    for (const scrutineer of [second, third])
      await vote.accepted(scrutineer, 'ceremony/certificates', { certificate: await devices.certificateOf(scrutineer) });

    const polynomial = await devices.polynomialOf(first);
    expect((await vote.post(second, 'ceremony/polynomials', { polynomial })).body).toMatchObject({
      type: 'ballot.ceremony-refused',
      details: { check: 'threshold-coefficients' },
    });
    const { signature: _, ...unsigned } = JSON.parse(polynomial) as { signature: object };
    expect((await vote.post(first, 'ceremony/polynomials', { polynomial: JSON.stringify(unsigned) })).body).toMatchObject({
      type: 'ballot.ceremony-refused',
      details: { check: 'threshold-signature' },
    });
    await vote.accepted(first, 'ceremony/polynomials', { polynomial });
    expect((await vote.get(first, '/ceremony/own')).body).toMatchObject({
      seat: 1,
      size: 3,
      certificate,
      polynomial,
      input: null,
      output: null,
    });
    expect(await devices.seen()).toMatchObject({ openRound: 'polynomial', missing: [second.id, third.id], trusteesFingerprint: null });
    for (const scrutineer of [second, third])
      await vote.accepted(scrutineer, 'ceremony/polynomials', { polynomial: await devices.polynomialOf(scrutineer) });

    expect((await vote.post(organiser, 'opening', {})).body).toMatchObject({
      type: 'ballot.keys-missing',
      details: { memberIds: [first.id, second.id, third.id] },
    });
    const output = await devices.outputOf(first);
    expect((await vote.post(second, 'ceremony/outputs', { output })).body).toMatchObject({
      type: 'ballot.ceremony-refused',
      details: { check: 'threshold-key' },
    });
    await vote.accepted(first, 'ceremony/outputs', { output });
    expect((await vote.post(organiser, 'opening', {})).body).toMatchObject({
      type: 'ballot.keys-missing',
      details: { memberIds: [second.id, third.id] },
    });
    await expect(
      house.database.query('UPDATE sealed_ceremony SET message = $2 WHERE ballot_id = $1', [vote.id, 'another']),
    ).rejects.toThrow('stays');
  });

  it('begins anew when the officers are named anew, and not with fewer of them than shares', async () => {
    const {
      meeting,
      vote,
      devices,
      scrutineers: [first],
    } = await begun(2);
    const { organiser, officers } = meeting;
    await vote.accepted(first, 'ceremony/certificates', { certificate: await devices.certificateOf(first) });
    expect((await devices.seen()).seats[0]?.given).toEqual(['certificate']);
    const named = { ...officers, scrutineers: vote.scrutineers.map(({ id }) => id) };
    await vote.accepted(organiser, 'officers', named);
    expect((await devices.seen()).seats[0]?.given).toEqual([]);
    // As many as shares are needed: each has a key of the own (n of n).
    await vote.accepted(organiser, 'officers', officers);
    expect(await devices.seen()).toMatchObject({ scheme: 'all', sharesNeeded: 2, openRound: 'key', seats: [{ given: [] }, { given: [] }] });
    expect(said(await vote.post(first, 'ceremony/certificates', { certificate: '{}' }))).toBe('409 ballot.wrong-ceremony');
    await vote.offerKey(first);
    expect(await devices.seen()).toMatchObject({ seats: [{ given: ['key'] }, { given: [] }], missing: [vote.scrutineers[1]?.id] });
  });

  it('is not for fewer scrutineers than shares', async () => {
    const meeting = await Meeting.of(house);
    const draft = await house.send('post', '/ballots', meeting.organiser, {
      sessionId: meeting.sessionId,
      kind: 'resolution',
      channel: 'sealed',
      title: 'A sealed vote',
      items: [{ id: 'plan', label: 'The plan' }],
      rules: { ...SEALED_RESOLUTION_RULES, procedure: { sharesNeeded: 3 } },
    });
    const path = `/ballots/${(draft.body as { id: string }).id}`;
    await house.send('post', `${path}/adoption`, meeting.organiser, { version: 1 });
    expect((await house.change('post', `${path}/officers`, meeting.organiser, meeting.officers)).body).toMatchObject({
      type: 'ballot.fewer-than-shares',
      details: { named: 2, sharesNeeded: 3 },
    });
  });
});
