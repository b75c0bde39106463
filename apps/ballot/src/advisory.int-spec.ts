import { randomUUID } from 'node:crypto';
import { count } from '@plenum/ballot-domain';
import { type BallotHouse, Meeting, ballotHouse } from './testing/ballot-house.js';
import { BallotSteps } from './testing/ballot-steps.js';

const GRADES = ['excellent', 'competent', 'basically', 'not'];
const LEADERS = {
  subjects: [
    { id: 'l1', label: 'The head' },
    { id: 'l2', label: 'The deputy' },
  ],
  grades: GRADES,
  rates: { competentRate: ['excellent', 'competent'] },
};
const EMBLEMS = { options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: `Emblem ${id}` })) };

describe('votes that advise', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  const faults = (answer: { body: unknown }) => (answer.body as { faults: unknown }).faults;

  it('appraises leaders on forms that two tellers enter', async () => {
    const meeting = await Meeting.of(house);
    const {
      tellers: [first, second, third],
      scrutineers: [scrutineer],
      delegates: [delegate],
    } = meeting;
    const appraisal = await BallotSteps.draftOf(house, meeting, { kind: 'appraisal', channel: 'paper', ...LEADERS });
    await appraisal.closed(4);
    const forms = [{ l1: 'excellent', l2: 'not' }, { l1: 'excellent' }, { l1: 'competent', l2: 'basically' }, { l9: 'not' }].map(
      (marks, nth) => ({ no: nth + 1, marks }),
    );
    expect(
      faults(await house.send('put', `/ballots/${appraisal.id}/sheets`, first, { sheets: [{ no: 1, marks: { l1: 'yes' } }] })),
    ).toEqual([{ field: 'sheets[0].marks.l1', reason: 'not-in-the-list' }]);
    await appraisal.enter(first, forms);
    await appraisal.enter(second, [...forms.slice(0, 3), { no: 4, marks: { l1: 'not' } }]);
    expect((await appraisal.get(third, '/differences')).body).toMatchObject({
      items: [{ no: 4, readings: [{ marks: { l9: 'not' } }, { marks: { l1: 'not' } }] }],
    });
    await appraisal.accepted(third, 'decisions', { no: 4, marks: { l9: 'not' } });
    await appraisal.accepted(first, 'count', {});
    for (const officer of [scrutineer, first]) await appraisal.accepted(officer, 'signatures', {});
    await appraisal.accepted(meeting.organiser, 'declaration');

    const { body } = await appraisal.get(delegate ?? null, '/result');
    expect(body).toMatchObject({
      kind: 'appraisal',
      grades: GRADES,
      subjects: [{ id: 'l1', label: 'The head' }, { id: 'l2' }],
      papers: { valid: 3, invalid: 1, reasons: { unknownMark: 1 } },
      outcome: {
        status: 'counted',
        subjects: [
          {
            id: 'l1',
            abstain: 0,
            grades: { excellent: { count: 2, ofValid: { num: 2, den: 3, percent: '66.7' } } },
            rates: { competentRate: { count: 3, ofValid: { percent: '100.0' } } },
          },
          { id: 'l2', abstain: 1, grades: { not: { count: 1, ofMarked: { percent: '50.0' } } } },
        ],
      },
    });
    expect(count((body as { countingCase: unknown }).countingCase)).toMatchObject((body as { outcome: object }).outcome);
  });

  // The emblem poll of DOMAIN 2.4, row 43: five options, all teachers, between sessions.
  it('polls all staff, without a quorum and without a sitting', async () => {
    const meeting = await Meeting.of(house, { delegates: 2, present: 0, open: false });
    const {
      organiser,
      tellers: [teller],
      scrutineers: [scrutineer],
    } = meeting;
    const leaver = meeting.person();
    await house.tell('congress.member-registered.v2', leaver.id, {
      organisationId: meeting.organisationId,
      memberId: leaver.id,
      staffNo: 'gone',
      name: 'Gone',
      mail: null,
      unitId: null,
      active: false,
      standing: 'FULL',
      hasVote: false,
    });
    await meeting.register(meeting.person(), 'RETAINED');
    await meeting.register(meeting.person(), 'SUSPENDED');
    const poll = await BallotSteps.draftOf(house, meeting, { kind: 'poll', channel: 'hands', electorate: 'staff', ...EMBLEMS });
    await poll.named();
    // The organiser, five officers and two delegates work here; whoever left does not, and who only keeps the membership has no vote.
    expect((await poll.get(organiser)).body).toMatchObject({ electorate: 'staff', counts: { roll: 8 }, presentNow: 8 });
    await poll.accepted(organiser, 'opening', {});
    await poll.accepted(organiser, 'closing', {});
    expect(faults(await poll.post(teller, 'hands-count', { items: [{ id: 'a', yes: 1, no: 0, abstain: 0 }] }))).toEqual([
      { field: 'items', reason: 'unknown-field' },
    ]);
    await poll.accepted(teller, 'hands-count', { options: [3, 0, 2, 0, 2].map((votes, nth) => ({ id: EMBLEMS.options[nth]?.id, votes })) });
    await poll.accepted(scrutineer, 'count', {});
    expect((await poll.get(scrutineer, '/result')).body).toMatchObject({
      electorate: 'staff',
      counts: { roll: 8, present: 8, issued: 8, voters: 7, returned: 7 },
      outcome: { status: 'counted', leading: ['a'], options: [{ id: 'a', votes: 3 }, { id: 'c' }, { id: 'e' }, { id: 'b' }, { id: 'd' }] },
    });
  });

  it('asks the heads of delegations which proposals are excellent, without a meeting and in the name of nobody else', async () => {
    const meeting = await Meeting.of(house, { open: false, present: 0 });
    const { organiser, scrutineers, tellers, organisationId, sessionId } = meeting;
    const [one, two, other] = meeting.delegates;
    for (const head of [one, two, two, null]) {
      const delegationId = randomUUID();
      await house.told.delegation({ organisationId, sessionId }, delegationId, head?.id ?? null);
    }
    const rules = { quorum: { num: 2, den: 3, inclusive: true }, pass: { num: 1, den: 2, inclusive: false, base: 'roll' } };
    const items = [
      { id: 'p1', label: 'Proposal p1', proposalId: randomUUID() },
      { id: 'p2', label: 'Unit p2', unitId: randomUUID() },
    ];
    const vote = await BallotSteps.draftOf(house, meeting, { kind: 'resolution', channel: 'hands', electorate: 'heads', rules, items });
    await vote.named();
    expect((await vote.get(organiser)).body).toMatchObject({ electorate: 'heads', counts: { roll: 2 }, presentNow: 2 });
    await vote.accepted(organiser, 'opening', {});
    await vote.accepted(organiser, 'closing', {});
    const counted = items.map(({ id }, nth) => ({ id, yes: 2 - nth, no: nth, abstain: 0 }));
    await vote.accepted(tellers[0], 'hands-count', { items: counted });
    await vote.accepted(tellers[0], 'count', {});
    for (const officer of [scrutineers[0], tellers[0]]) await vote.accepted(officer, 'signatures', {});
    await vote.accepted(organiser, 'declaration');
    expect((await vote.get(other ?? null, '/result')).body).toMatchObject({
      electorate: 'heads',
      counts: { roll: 2, present: 2 },
      outcome: {
        status: 'partly-passed',
        items: [
          { id: 'p1', passed: true },
          { id: 'p2', passed: false },
        ],
      },
    });
    const drafted = { sessionId, title: 'A plan', kind: 'resolution', channel: 'hands', electorate: 'heads', rules };
    expect(faults(await house.send('post', '/ballots', organiser, { ...drafted, items: [{ id: 'm', label: 'The plan' }] }))).toEqual([
      { field: 'items', reason: 'heads-choose-proposals' },
    ]);
  });

  it('names the faulty field of a draft', async () => {
    const meeting = await Meeting.of(house);
    const draft = async (body: object) =>
      faults(
        await house.send('post', '/ballots', meeting.organiser, {
          sessionId: meeting.sessionId,
          title: 'A vote',
          channel: 'paper',
          ...body,
        }),
      );
    expect(await draft({ kind: 'appraisal', subjects: LEADERS.subjects })).toEqual([{ field: 'grades', reason: 'missing' }]);
    expect(await draft({ kind: 'poll', ...LEADERS })).toEqual([{ field: 'subjects', reason: 'not-of-this-kind' }]);
    expect(await draft({ kind: 'poll', ...EMBLEMS, rates: { good: ['a'] } })).toEqual([{ field: 'grades', reason: 'missing' }]);
    expect(await draft({ kind: 'resolution', items: [{ id: 'plan', label: 'The plan' }] })).toEqual([
      { field: 'rules', reason: 'missing' },
    ]);
    const rules = { quorum: { num: 0, den: 1, inclusive: true }, pass: { num: 1, den: 2, inclusive: false, base: 'roll' } };
    expect(await draft({ kind: 'resolution', electorate: 'staff', rules, items: [{ id: 'plan', label: 'The plan' }] })).toEqual([
      { field: 'electorate', reason: 'delegates-decide' },
    ]);
  });

  it('keeps the grades of a signed appraisal', async () => {
    const meeting = await Meeting.of(house);
    const appraisal = await BallotSteps.draftOf(house, meeting, { kind: 'appraisal', channel: 'hands', ...LEADERS });
    await appraisal.closed();
    const counts = { excellent: 6, competent: 0, basically: 0, not: 0 };
    await appraisal.accepted(meeting.tellers[0], 'hands-count', {
      subjects: [
        { id: 'l1', counts, abstain: 0 },
        { id: 'l2', counts, abstain: 0 },
      ],
    });
    await appraisal.accepted(meeting.tellers[0], 'count', {});
    for (const officer of [meeting.scrutineers[0], meeting.tellers[0]]) await appraisal.accepted(officer, 'signatures', {});
    await expect(house.database.query(`UPDATE ballots SET scale = '{}' WHERE id = $1`, [appraisal.id])).rejects.toThrow(/final/);
  });
});
