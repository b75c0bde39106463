import type { Cast } from './cast.js';
import type { EndpointRow, Served } from './endpoint-row.js';

const HIGHER_DOCUMENT = { reference: '12', documentOn: '2026-03-02' };
const ownOnly: Served = { may: 'answers with the own organisation only' };

export const paper = ({ ballotId }: Cast) => ({ id: ballotId });
const hands = ({ handsBallotId }: Cast) => ({ id: handsBallotId });
const sheets = (marks: readonly string[]) => ({ sheets: marks.map((mark, i) => ({ no: i + 1, marks: { plan: mark } })) });
export const at = (id: string) => `/api/ballot/ballots/${id}`;

const officers = ({ people: { scrutineer, teller, secondTeller, thirdTeller } }: Cast) => ({
  scrutineers: [scrutineer.memberId],
  chiefScrutineer: scrutineer.memberId,
  tellers: [teller.memberId, secondTeller.memberId, thirdTeller.memberId],
  chiefTeller: teller.memberId,
});

/** A decision on the ballot on paper, on the version that its secretary reads. */
export const deciding =
  (said: object = {}) =>
  ({ ballotId, people: { secretary } }: Cast) =>
    secretary.onWhatIsRead(at(ballotId), said);

/** From the draft to the closed vote by hands, as the secretary leads it. */
async function closeHands({ handsBallotId, people: { secretary } }: Cast, named: object): Promise<void> {
  await secretary.decide(`${at(handsBallotId)}/adoption`);
  await secretary.decide(`${at(handsBallotId)}/roll`);
  await secretary.decide(`${at(handsBallotId)}/officers`, named);
  await secretary.decide(`${at(handsBallotId)}/opening`);
  await secretary.decide(`${at(handsBallotId)}/closing`, { voters: 3 });
}

/** The ballot service, along the life of one ballot on paper up to its published result: each row leads it one step further. */
export const ENDPOINTS_OF_BALLOT: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/ballot/presets',
    right: 'secretary',
    foreigner: { may: 'presets are of no organisation' },
    colleague: { may: 'presets are for everybody to read' },
  },
  {
    endpoint: 'GET /api/ballot/ballots',
    right: 'secretary',
    foreigner: ownOnly,
    colleague: { may: 'lists show what one may see, and nothing else' },
  },
  {
    endpoint: 'POST /api/ballot/ballots',
    body: ({ session: { sessionId } }) => ({
      sessionId,
      kind: 'resolution',
      channel: 'hands',
      title: 'Another plan',
      items: [{ id: 'plan', label: 'The plan' }],
      rules: {
        quorum: { num: 2, den: 3, inclusive: true },
        returnedLimit: 'issued',
        pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
        bundle: 'each',
      },
    }),
    right: 'secretary',
    foreigner: '404 ballot.session-unknown',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'PATCH /api/ballot/ballots/{id}',
    path: paper,
    body: deciding({ title: 'The plan on paper' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/adoption',
    path: paper,
    body: deciding(),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'GET /api/ballot/owed',
    right: 'secretary',
    foreigner: { may: 'everybody asks what they owe themselves' },
    colleague: { may: 'everybody asks what they owe themselves' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}',
    path: paper,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'an adopted question is for everybody in the organisation to read' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/roll',
    path: paper,
    body: deciding(),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/officers',
    path: paper,
    body: (cast) => deciding(officers(cast))(cast),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/readiness',
    path: paper,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-officer'],
  },
  // Only sealed papers are rehearsed: who may ask is told so.
  {
    endpoint: 'POST /api/ballot/ballots/{id}/rehearsal',
    path: paper,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['teller', '403 ballot.not-an-organiser'],
  },
  // The rules of the plan leave it to people: who may set a time is told so.
  {
    endpoint: 'PUT /api/ballot/ballots/{id}/schedule',
    path: paper,
    body: deciding({ opensAt: '2099-01-01T00:00:00Z' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['teller', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/opening',
    path: paper,
    body: deciding({ issued: 3 }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['teller', '403 ballot.not-an-organiser'],
  },
  // A draft is deleted and an announced vote called off by whoever leads it; an open vote refuses both by its state.
  {
    endpoint: 'DELETE /api/ballot/ballots/{id}',
    path: paper,
    query: async ({ ballotId, people: { secretary } }) => `?version=${await secretary.versionAt(at(ballotId))}`,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/calling-off',
    path: paper,
    body: deciding({ reason: 'The plan is taken back.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/closing',
    path: paper,
    body: deciding({ voters: 3, returned: 3 }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/corrections',
    path: paper,
    body: deciding({ voters: 3, returned: 2, reason: 'A slip of the pen.' }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-chief'],
  },
  {
    endpoint: 'PUT /api/ballot/ballots/{id}/sheets',
    path: paper,
    body: () => sheets(['yes', 'yes', 'no']),
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-teller'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/sheets',
    path: paper,
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-a-teller'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/differences',
    path: paper,
    before: ({ ballotId, people }) => people.secondTeller.put(`${at(ballotId)}/sheets`, sheets(['yes', 'no', 'no'])),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/decisions',
    path: paper,
    body: () => ({ no: 2, marks: { plan: 'yes' } }),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  // The plan has no doubtful sheet and no name written in: who may ask is told so, and everybody else is turned away before.
  {
    endpoint: 'GET /api/ballot/ballots/{id}/doubts',
    path: paper,
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/rulings',
    path: paper,
    body: () => ({ no: 1, verdict: 'valid', reason: 'illegible', marks: { plan: 'yes' } }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['teller', '403 ballot.not-a-scrutineer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/written-names',
    path: paper,
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/name-matches',
    path: paper,
    body: () => ({ name: '王甲', canonical: '王甲', eligible: true }),
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/name-confirmations',
    path: paper,
    body: () => ({ name: '王甲', canonical: '王甲', eligible: true }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/count',
    path: paper,
    body: () => ({}),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/signatures',
    path: paper,
    body: ({ ballotId, people }) => people.secretary.onTheTally(at(ballotId)),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/declaration',
    path: paper,
    body: deciding(),
    before: ({ ballotId, people }) => people.teller.sign(at(ballotId)),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  // Nobody is asked to approve the plan: who may record it is told so, and everybody else is turned away before.
  {
    endpoint: 'POST /api/ballot/ballots/{id}/approval',
    path: paper,
    body: deciding(HIGHER_DOCUMENT),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/rejection',
    path: paper,
    body: deciding({ ...HIGHER_DOCUMENT, reason: 'Not so.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/publication',
    path: paper,
    body: deciding(),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/hands-count',
    path: hands,
    before: (cast) => closeHands(cast, officers(cast)),
    body: () => ({ items: [{ id: 'plan', yes: 2, no: 1, abstain: 0 }] }),
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
];
