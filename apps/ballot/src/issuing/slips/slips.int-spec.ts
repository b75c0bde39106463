import { type BallotHouse, Meeting, type Person, ballotHouse } from '../../testing/ballot-house.js';
import { MixedVote } from '../../testing/mixed-steps.js';
import { said } from '../../testing/sealed-steps.js';

jest.setTimeout(180_000);

describe('voting codes on slips', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  it('are replaced when lost, void when taken back or left over, and every one is accounted for before the opening', async () => {
    const meeting = await Meeting.of(house, { delegates: 5 });
    const { organiser, delegates } = meeting;
    const [device, careless, leaving, last, none] = delegates as [Person, Person, Person, Person, Person];
    const mixed = await MixedVote.ready(house, meeting, undefined, 'sealed');
    const { vote, codesDesk } = mixed;
    await vote.register(device);
    const slips = await mixed.prepareSlips(1, 2, 3, 4);
    for (const voter of [careless, leaving, last]) expect(await mixed.at('slips/drawn', voter)).toBe('200');
    // Sent again it changes nothing.
    expect(await mixed.at('slips/drawn', last)).toBe('200');
    expect((await vote.get(none, '/slips')).body).toMatchObject({ prepared: 4, lastSerial: 4, issued: 3, left: 1 });

    const atDesk = async (who: Person, as = codesDesk) => vote.get(as, `/claimants/${who.id}`);
    expect((await atDesk(careless)).body).toMatchObject({ member: { id: careless.id }, onRoll: true, present: true, holds: 'slip' });
    expect((await atDesk(device)).body).toMatchObject({ holds: 'credential' });
    expect((await atDesk(none)).body).toMatchObject({ onRoll: true, holds: null });
    const stranger = (await Meeting.of(house)).organiser;
    expect((await atDesk(stranger)).body).toEqual({ member: { id: stranger.id, name: null }, onRoll: false, present: false, holds: null });
    for (const nosy of [organiser, none]) expect(said(await atDesk(device, nosy))).toBe('403 ballot.not-an-officer');
    expect(said(await atDesk(device, stranger))).toBe('404 ballot.not-found');

    expect(await mixed.at('slips/lost', device, codesDesk, { serial: 1 })).toBe('409 ballot.no-slip');
    expect(await mixed.at('slips/lost', careless, codesDesk, { serial: 7 })).toBe('422 ballot.slip-unknown');
    expect(await mixed.at('slips/lost', careless, codesDesk, { serial: 1 })).toBe('200');
    expect(await mixed.at('slips/lost', careless, codesDesk, { serial: 1 })).toBe('409 ballot.slip-void');
    expect(await mixed.at('slips/lost', last, codesDesk, { serial: 3 })).toBe('409 ballot.no-slips-left');
    expect(await mixed.at('slips/drawn', none)).toBe('409 ballot.no-slips-left');

    await meeting.signIn(leaving, false);
    expect(await vote.post(organiser, 'opening', {})).toMatchObject({
      status: 409,
      body: { type: 'ballot.holders-left', details: { memberIds: [leaving.id] } },
    });
    expect(await mixed.at('slips/taken-back', leaving, codesDesk, { serial: 2 })).toBe('200');
    await mixed.prepareSlips(5, 6);
    expect(await vote.post(organiser, 'opening', {})).toMatchObject({
      status: 409,
      body: { type: 'ballot.slips-unaccounted', details: { usable: 4, issued: 2 } },
    });
    expect(await vote.post(codesDesk, 'slips/voided', { serials: [3, 4, 5] })).toMatchObject({
      status: 409,
      body: { type: 'ballot.slips-issued', details: { voided: 3, left: 2 } },
    });
    expect(said(await vote.post(codesDesk, 'slips/voided', { serials: [5, 8] }))).toBe('422 ballot.slip-unknown');
    await vote.accepted(codesDesk, 'slips/voided', { serials: [5, 6] });
    const spent = {
      prepared: 6,
      issued: 2,
      lost: 1,
      takenBack: 1,
      voided: 2,
      left: 0,
      void: [
        { serial: 1, fate: 'lost' },
        { serial: 2, fate: 'taken-back' },
        { serial: 5, fate: 'voided' },
        { serial: 6, fate: 'voided' },
      ],
    };
    expect((await vote.get(none, '/slips')).body).toMatchObject(spent);

    await vote.accepted(organiser, 'opening', {});
    expect((await vote.get(none, '/slips')).body).toMatchObject(spent);
    const { roll } = (await vote.get(none, '/board/setup')).body as { roll: string };
    const onBoard = JSON.parse(roll) as string[];
    expect(onBoard).toHaveLength(3);
    expect(slips.map(({ publicCredential }) => onBoard.includes(publicCredential))).toEqual([false, false, true, true]);
    // A slip that counts is voted with, a void one is not.
    await vote.typeCode(last, slips[2]?.code ?? '');
    await vote.vote(last, [[1, 0, 0]]);
    await vote.typeCode(careless, slips[0]?.code ?? '');
    expect(said(await vote.cast(careless, await vote.seal(careless, [[1, 0, 0]])))).toBe('403 ballot.credential-off-roll');
    for (const path of ['slips/drawn', 'slips/lost', 'slips/taken-back'])
      expect(await mixed.at(path, none, codesDesk, path === 'slips/drawn' ? {} : { serial: 3 })).toBe('409 ballot.wrong-state');
  });

  it('are refused when they are none, or stand under another number', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const mixed = await MixedVote.ready(house, meeting);
    const [slip] = await mixed.prepareSlips(1);
    const prepare = async (serial: number, publicCredential: string) =>
      said(await mixed.vote.post(mixed.codesDesk, 'slips', { slips: [{ serial, publicCredential }] }));
    expect(await prepare(1, slip?.publicCredential ?? '')).toBe('200');
    expect(await prepare(1, '4')).toBe('409 ballot.slip-taken');
    expect(await prepare(2, slip?.publicCredential ?? '')).toBe('409 ballot.credential-taken');
    expect(await prepare(2, '1')).toBe('422 ballot.credential-refused');
    expect(await prepare(2, '7')).toBe('422 ballot.credential-refused');
    expect(await prepare(0, '4')).toMatch(/^400/);
    expect((await mixed.vote.get(mixed.codesDesk, '/slips')).body).toMatchObject({ prepared: 1 });
  });
});
