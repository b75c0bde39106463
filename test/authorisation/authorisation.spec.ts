import { House, SERVICES } from '../lib/house.js';
import type { Answer } from '../lib/api-client.js';
import { type Cast, isOurs, stage } from './cast.js';
import { askAt, type EndpointRow, isServed, type Refusal, type Who } from './endpoint-row.js';
import { ENDPOINTS_OF_AGENDA } from './endpoints-of-agenda.js';
import { ENDPOINTS_OF_AWARDS } from './endpoints-of-awards.js';
import { ENDPOINTS_OF_BALLOT } from './endpoints-of-ballot.js';
import { ENDPOINTS_OF_COMMITMENTS } from './endpoints-of-commitments.js';
import { ENDPOINTS_OF_CONGRESS } from './endpoints-of-congress.js';
import { ENDPOINTS_OF_DESCRIBING } from './endpoints-of-describing.js';
import { ENDPOINTS_OF_DESK } from './endpoints-of-desk.js';
import { ENDPOINTS_OF_HISTORY } from './endpoints-of-history.js';
import { ENDPOINTS_OF_NOMINATION } from './endpoints-of-nomination.js';
import { ENDPOINTS_OF_NOTIFIER } from './endpoints-of-notifier.js';
import { ENDPOINTS_OF_OPINIONS } from './endpoints-of-opinions.js';
import { ENDPOINTS_OF_PUBLICATION } from './endpoints-of-publication.js';
import { ENDPOINTS_OF_PROPOSALS } from './endpoints-of-proposals.js';
import { ENDPOINTS_OF_DUTIES } from './endpoints-of-duties.js';
import { ENDPOINTS_OF_ENDORSEMENT } from './endpoints-of-endorsement.js';
import { ENDPOINTS_OF_REQUESTS } from './endpoints-of-requests.js';
import { ENDPOINTS_OF_RESULTS } from './endpoints-of-results.js';
import { ENDPOINTS_OF_BOARD } from './endpoints-of-board.js';
import { ENDPOINTS_OF_SUPERVISION } from './endpoints-of-supervision.js';
import { ENDPOINTS_OF_SEALED_BALLOT } from './endpoints-of-sealed-ballot.js';

const ROWS = [
  ...ENDPOINTS_OF_ENDORSEMENT, // Before sessions are closed.
  ...ENDPOINTS_OF_REQUESTS, // Before the call is closed.
  ...ENDPOINTS_OF_PROPOSALS,
  ...ENDPOINTS_OF_COMMITMENTS,
  ...ENDPOINTS_OF_AWARDS,
  ...ENDPOINTS_OF_PUBLICATION, // Before it is made confidential.
  ...ENDPOINTS_OF_SUPERVISION,
  ...ENDPOINTS_OF_BOARD,
  ...ENDPOINTS_OF_OPINIONS,
  ...ENDPOINTS_OF_HISTORY,
  ...ENDPOINTS_OF_BALLOT,
  ...ENDPOINTS_OF_RESULTS,
  ...ENDPOINTS_OF_DESCRIBING,
  ...ENDPOINTS_OF_NOMINATION,
  ...ENDPOINTS_OF_SEALED_BALLOT,
  ...ENDPOINTS_OF_DESK,
  ...ENDPOINTS_OF_AGENDA, // Before the session is closed.
  ...ENDPOINTS_OF_DUTIES,
  ...ENDPOINTS_OF_CONGRESS,
  ...ENDPOINTS_OF_NOTIFIER,
];
const TURNED_AWAY = [401, 403, 404];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What an answer says, for a failure to be understood without asking again. */
const saidBy = ({ status, body }: Answer): string => `${status} ${JSON.stringify(body)}`;

/** Matches what a refusal says. */
const refusedWith = (refusal: Refusal): RegExp => {
  const [status, code = ''] = refusal.split(' ');
  return new RegExp(`^${status} .*"type":"${code.replaceAll('.', '\\.')}"`);
};

describe('who is turned away at which endpoint', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await House.open();
    cast = await stage(house);
  }, 240_000);

  afterAll(() => house?.close(), 60_000);

  it('has a row for every endpoint of every service, and no row for an endpoint that is gone', async () => {
    const documents = await Promise.all(SERVICES.map((service) => house.stranger.get<ApiDocument>(`/api/${service}/docs-json`)));
    const endpoints = documents.flatMap(({ paths }) =>
      Object.entries(paths).flatMap(([path, operations]) =>
        METHODS.filter((method) => method in operations).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    expect(ROWS.map(({ endpoint }) => endpoint).sort()).toEqual(endpoints.sort());
  });

  describe.each(ROWS.map((row) => [row.endpoint, row] as const))('%s', (_endpoint, row: EndpointRow) => {
    beforeAll(() => row.before?.(cast), 60_000);

    it('a stranger', async () => {
      const answer = await askAt(row, cast, house.stranger);
      if (isServed(row.stranger)) expect(answer.status).toBeLessThan(400);
      else expect(saidBy(answer)).toMatch(refusedWith(row.stranger ?? '401 unauthenticated'));
    });

    it('somebody of another organisation, whatever he is there', async () => {
      for (const foreigner of ['foreigner', ...(row.foreigners ?? [])] as const) {
        const [who, expected] = typeof foreigner === 'string' ? [foreigner, row.foreigner] : foreigner;
        const answer = await askAt(row, cast, cast.people[who]);
        if (!isServed(expected)) expect([who, saidBy(answer)]).toEqual([who, expect.stringMatching(refusedWith(expected))]);
        else {
          const repeated = expected.foreigner?.(cast);
          expect([who, saidBy(answer)]).toEqual([who, expect.stringMatching(/^[23]/)]);
          if (repeated) expect(answer.body).toMatchObject(repeated);
          expect([who, ...oursIn(answer, cast).filter((id) => !JSON.stringify(repeated)?.includes(id))]).toEqual([who]);
        }
      }
    });

    it('a colleague of the wrong role', async () => {
      if (isServed(row.colleague)) expect(saidBy(await askAt(row, cast, cast.people.colleague))).toMatch(/^[23]/);
      for (const [who, refusal] of [...(isServed(row.colleague) ? [] : [row.colleague]), ...(row.others ?? [])])
        expect(saidBy(await askAt(row, cast, cast.people[who]))).toMatch(refusedWith(refusal));
    });

    it('but not the right person', async () => {
      if (isServed(row.right)) expect(row.right.may).not.toBe('');
      else {
        const answer = await askAt(row, cast, cast.people[row.right]);
        expect(TURNED_AWAY.some((status) => saidBy(answer).startsWith(`${status} `)) ? saidBy(answer) : 'served').toBe('served');
        expect(answer.status).not.toBe(400);
        expect(answer.status).toBeLessThan(500);
      }
    });
  });
});

/** Whatever of ours shows in an answer to a foreigner. */
function oursIn(
  { body }: Answer,
  {
    organisation,
    session,
    otherSession,
    unitId,
    callId,
    proposalId,
    otherProposalId,
    ballotId,
    handsBallotId,
    sealedBallotId,
    mixedBallotId,
    electionId,
    people,
  }: Cast,
): readonly string[] {
  const ours = Object.entries(people).filter(([part]) => isOurs(part as Who));
  const ids = [
    organisation.organisationId,
    session.sessionId,
    session.termId,
    otherSession.sessionId,
    unitId,
    callId,
    proposalId,
    otherProposalId,
    ballotId,
    handsBallotId,
    sealedBallotId,
    mixedBallotId,
    electionId,
    ...ours.map(([, { memberId }]) => memberId),
  ];
  const said = JSON.stringify(body) ?? '';
  return ids.filter((id) => said.includes(id));
}
