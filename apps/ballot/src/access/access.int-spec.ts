import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { BallotSteps, decidingOn, RESOLUTION_RULES } from '../testing/ballot-steps.js';

/** Who asks at an endpoint: each of the right organisation unless they are a stranger or of elsewhere. */
type Who = 'nobody' | 'elsewhere' | 'delegate' | 'organiser' | 'otherOrganiser' | 'scrutineer' | 'teller';
type Answered = `${number}` | `${number} ${string}`;

/** A ballot ready for the endpoint, and what each is answered; the right ones come last, since they change it. */
interface EndpointRow {
  readonly endpoint: string;
  readonly method: 'get' | 'post' | 'put' | 'patch';
  readonly part: string;
  readonly stage: (house: BallotHouse, meeting: Meeting) => Promise<BallotSteps>;
  readonly body?: (meeting: Meeting) => object;
  readonly answers: Partial<Record<Who, Answered>>;
}

const election = (house: BallotHouse, meeting: Meeting) => BallotSteps.draft(house, meeting, 'election');
const resolution = (house: BallotHouse, meeting: Meeting) => BallotSteps.draft(house, meeting, 'resolution');
const sheets = { sheets: [{ no: 1, marks: { c1: 'yes' } }] };

/** The same answer for everybody who is neither of the organisation nor signed in. */
const OUTSIDE = { nobody: '401 unauthenticated', elsewhere: '404 ballot.not-found' } as const;
const organisersOnly = {
  ...OUTSIDE,
  delegate: '403 ballot.not-an-organiser',
  otherOrganiser: '403 ballot.not-an-organiser',
  scrutineer: '403 ballot.not-an-organiser',
  teller: '403 ballot.not-an-organiser',
  organiser: '200',
} as const;

const ENDPOINTS: readonly EndpointRow[] = [
  {
    endpoint: 'PATCH a draft',
    method: 'patch',
    part: '',
    stage: election,
    body: () => ({ title: 'Another', version: 1 }),
    answers: { ...organisersOnly },
  },
  {
    endpoint: 'PATCH a draft with rules of another kind',
    method: 'patch',
    part: '',
    stage: election,
    body: () => ({ rules: RESOLUTION_RULES, version: 1 }),
    answers: { ...organisersOnly, organiser: '400 malformed' },
  },
  { endpoint: 'adoption', method: 'post', part: '/adoption', stage: election, answers: organisersOnly },
  {
    endpoint: 'roll',
    method: 'post',
    part: '/roll',
    stage: async (house, meeting) => (await election(house, meeting)).named(),
    answers: organisersOnly,
  },
  {
    endpoint: 'officers',
    method: 'post',
    part: '/officers',
    stage: async (house, meeting) => (await election(house, meeting)).named(),
    body: ({ officers }) => officers,
    answers: organisersOnly,
  },
  {
    endpoint: 'opening',
    method: 'post',
    part: '/opening',
    stage: async (house, meeting) => (await election(house, meeting)).named(),
    body: () => ({}),
    answers: organisersOnly,
  },
  {
    endpoint: 'closing',
    method: 'post',
    part: '/closing',
    stage: async (house, meeting) => (await election(house, meeting)).opened(),
    body: () => ({ returned: 3 }),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-an-officer',
      otherOrganiser: '403 ballot.not-an-officer',
      scrutineer: '200',
      teller: '200',
      organiser: '200',
    },
  },
  {
    endpoint: 'hands-count',
    method: 'post',
    part: '/hands-count',
    stage: async (house, meeting) => (await resolution(house, meeting)).closed(),
    body: () => ({ items: [{ id: 'plan', yes: 5, no: 1, abstain: 0 }] }),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-an-officer',
      otherOrganiser: '403 ballot.not-an-officer',
      organiser: '403 ballot.not-an-officer',
      scrutineer: '200',
      teller: '200',
    },
  },
  {
    endpoint: 'PUT sheets',
    method: 'put',
    part: '/sheets',
    stage: async (house, meeting) => (await election(house, meeting)).closed(),
    body: () => sheets,
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-a-teller',
      otherOrganiser: '403 ballot.not-a-teller',
      organiser: '403 ballot.not-a-teller',
      scrutineer: '403 ballot.not-a-teller',
      teller: '200',
    },
  },
  {
    endpoint: 'GET sheets',
    method: 'get',
    part: '/sheets',
    stage: async (house, meeting) => (await election(house, meeting)).closed(),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-a-teller',
      otherOrganiser: '403 ballot.not-a-teller',
      organiser: '403 ballot.not-a-teller',
      scrutineer: '403 ballot.not-a-teller',
      teller: '200',
    },
  },
  {
    endpoint: 'differences',
    method: 'get',
    part: '/differences',
    stage: async (house, meeting) => (await election(house, meeting)).tallied(),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-an-officer',
      otherOrganiser: '403 ballot.not-an-officer',
      organiser: '403 ballot.not-an-officer',
      scrutineer: '200',
      teller: '200',
    },
  },
  {
    endpoint: 'decisions',
    method: 'post',
    part: '/decisions',
    stage: async (house, meeting) => (await election(house, meeting)).tallied(),
    body: () => ({ no: 1, marks: { c2: 'yes' } }),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-an-officer',
      otherOrganiser: '403 ballot.not-an-officer',
      organiser: '403 ballot.not-an-officer',
      teller: '403 ballot.not-the-third',
      scrutineer: '409 ballot.no-difference',
    },
  },
  {
    endpoint: 'count',
    method: 'post',
    part: '/count',
    stage: async (house, meeting) => (await election(house, meeting)).tallied(),
    body: () => ({}),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-an-officer',
      otherOrganiser: '403 ballot.not-an-officer',
      scrutineer: '200',
      teller: '200',
      organiser: '200',
    },
  },
  {
    endpoint: 'signatures',
    method: 'post',
    part: '/signatures',
    stage: async (house, meeting) => (await election(house, meeting)).tallied(),
    body: () => ({}),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-an-officer',
      otherOrganiser: '403 ballot.not-an-officer',
      organiser: '403 ballot.not-an-officer',
      scrutineer: '200',
      teller: '200',
    },
  },
  {
    endpoint: 'declaration',
    method: 'post',
    part: '/declaration',
    stage: async (house, meeting) => (await election(house, meeting)).signed(),
    answers: organisersOnly,
  },
  {
    endpoint: 'publication',
    method: 'post',
    part: '/publication',
    stage: async (house, meeting) => (await election(house, meeting)).declared(),
    answers: organisersOnly,
  },
  {
    endpoint: 'the result before its declaration',
    method: 'get',
    part: '/result',
    stage: async (house, meeting) => (await election(house, meeting)).signed(),
    answers: {
      ...OUTSIDE,
      delegate: '403 ballot.not-published',
      otherOrganiser: '403 ballot.not-published',
      scrutineer: '200',
      teller: '200',
      organiser: '200',
    },
  },
  {
    endpoint: 'the declared result',
    method: 'get',
    part: '/result',
    stage: async (house, meeting) => (await election(house, meeting)).declared(),
    answers: { ...OUTSIDE, delegate: '200', otherOrganiser: '200', scrutineer: '200', teller: '200', organiser: '200' },
  },
  {
    endpoint: 'GET a draft',
    method: 'get',
    part: '',
    stage: election,
    answers: {
      ...OUTSIDE,
      delegate: '404 ballot.not-found',
      otherOrganiser: '404 ballot.not-found',
      teller: '404 ballot.not-found',
      organiser: '200',
    },
  },
];

describe('who may do what', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  let meeting: Meeting;
  let people: Record<Who, Person | null>;
  beforeAll(async () => {
    house = theHouse();
    meeting = await Meeting.of(house);
    const otherOrganiser = meeting.person();
    await meeting.register(otherOrganiser);
    // An organiser of another session of the same organisation has no say in this one.
    await meeting.give(otherOrganiser, 'PRESIDIUM', (await Meeting.of(house)).sessionId);
    const elsewhere = (await Meeting.of(house)).organiser;
    people = {
      nobody: null,
      elsewhere,
      delegate: meeting.delegates[0] ?? null,
      organiser: meeting.organiser,
      otherOrganiser,
      scrutineer: meeting.scrutineers[0],
      teller: meeting.tellers[0],
    };
  }, 120_000);

  describe.each(ENDPOINTS.map((each) => [each.endpoint, each] as const))('%s', (_, { method, part, stage, body, answers }) => {
    let ballot: BallotSteps;
    beforeAll(async () => {
      ballot = await stage(house, meeting);
    });

    const asked = async (who: Who): Promise<Answered> => {
      const { status, body: said } = await house.send(
        method,
        `/ballots/${ballot.id}${part}`,
        people[who],
        await decidingOn(house, meeting, ballot.id, part.slice(1), body?.(meeting)),
      );
      return status < 300 ? `${status}` : `${status} ${(said as { type: string }).type}`;
    };

    it.each(Object.entries(answers) as [Who, Answered][])('answers %s with %s', async (who, answer) => {
      expect(await asked(who)).toBe(answer);
    });
  });

  it('lets only an organiser of the session draft a ballot', async () => {
    const draft = {
      sessionId: meeting.sessionId,
      kind: 'resolution',
      channel: 'hands',
      title: 'A vote',
      rules: RESOLUTION_RULES,
      items: [{ id: 'plan', label: 'The plan' }],
    };
    const asked = async (who: Who) => {
      const { status, body } = await house.send('post', '/ballots', people[who], draft);
      return `${status} ${(body as { type?: string }).type ?? ''}`.trim();
    };
    expect(await asked('nobody')).toBe('401 unauthenticated');
    expect(await asked('elsewhere')).toBe('404 ballot.session-unknown');
    for (const who of ['delegate', 'otherOrganiser', 'teller', 'scrutineer'] as const)
      expect(await asked(who)).toBe('403 ballot.not-an-organiser');
    expect(await asked('organiser')).toBe('201');
  });

  it('shows title and state to everybody of the organisation, the rest to those who work on it', async () => {
    const ballot = await (await election(house, meeting)).closed();
    expect((await ballot.get(people.delegate)).body).toEqual({
      id: ballot.id,
      sessionId: meeting.sessionId,
      kind: 'election',
      title: 'A vote',
      channel: 'paper',
      round: 'first',
      state: 'CLOSED',
      allowedActions: [],
      files: [],
      related: [],
      nominates: false,
      calledOff: false,
      hasProfiles: false,
      version: 6,
    });
    expect((await ballot.get(people.otherOrganiser)).body).not.toHaveProperty('counts');
    expect((await ballot.get(people.teller)).body).toMatchObject({
      counts: { returned: 3 },
      officers: expect.any(Array),
      candidates: [{ id: 'c1' }, { id: 'c2' }],
      allowedActions: ['close', 'correct-returned', 'enter-sheets', 'settle-difference', 'match-name', 'confirm-name', 'count'],
    });
    expect((await ballot.get(people.elsewhere)).status).toBe(404);
  });

  it('is answered to no sign-in that has ended, though its token still holds', async () => {
    const { organiser } = meeting;
    const [ended, kept] = [randomUUID(), randomUUID()];
    const ballot = await election(house, meeting);
    const read = async (signInId: string) =>
      (await house.send('get', `/ballots/${ballot.id}`, null, undefined, await house.signedIn(organiser, signInId))).status;
    expect(await read(ended)).toBe(200);
    await house.tell('congress.sign-ins-ended.v1', organiser.id, {
      organisationId: organiser.organisationId,
      memberId: organiser.id,
      signInIds: [ended],
    });
    await probe('the sign-in has ended', async () => (await read(ended)) === 401);
    expect(
      await house.send('post', `/ballots/${ballot.id}/adoption`, null, { version: 1 }, await house.signedIn(organiser, ended)),
    ).toMatchObject({ status: 401, body: { type: 'unauthenticated' } });
    expect(await read(kept)).toBe(200);
    expect((await ballot.get(organiser)).body).toMatchObject({ state: 'RULES_DRAFT' });
  });

  it('takes an office away at once', async () => {
    const clerk = meeting.person();
    await meeting.register(clerk);
    await meeting.give(clerk, 'SECRETARIAT', null);
    const ballot = await election(house, meeting);
    expect((await ballot.get(clerk)).status).toBe(200);
    const [held] = await house.database.query<{ id: string }>('SELECT id FROM directory_offices WHERE member_id = $1', [clerk.id]);
    await house.tell('congress.office-relieved.v1', held?.id ?? '', {
      organisationId: clerk.organisationId,
      officeId: held?.id ?? '',
      memberId: clerk.id,
    });
    expect((await ballot.post(clerk, 'adoption')).status).toBe(403);
  });
});
