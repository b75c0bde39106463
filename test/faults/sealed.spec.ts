import { join } from 'node:path';
import { verifyChain } from '@plenum/ballot-crypto';
import { PaperPool, verifyArchiveInThreads } from '@plenum/ballot-verification';
import { ANY_DEBUG_PORT, killThread } from '../lib/debugger.js';
import { archiveOf, arithmetic, type Client, devicesOf, type Hall, openHall, openSealedVote, type SealedVote } from '../lib/hall.js';
import { House } from '../lib/house.js';
import { repositoryRoot } from '../lib/repository.js';
import { type Cast, cast } from './sealed-at-work.js';

const SET_UP_TIMEOUT_MS = 300_000;
const ROUND_TIMEOUT_MS = 240_000;
const SIGNED_IN_FOR_MS = 240_000; // Access tokens live ten minutes: enough for a round that begins within four.
const VOTERS = 20;
// To seal and to verify a paper computes: three hundred are at it once, when everything is killed.
const CLIENTS = { each: 100, last: 300 };
const WORKER = 'libs/ballot/verification/dist/paper-worker.js';

type Fault = 'service' | 'postgres' | 'thread';

/**
 * What is killed, and after how many acknowledgements; the others are on their way. Each kind early, in the middle and late, and in the
 * last round all of them.
 */
const ROUNDS: readonly (readonly (readonly [fault: Fault, after: number])[])[] = [
  [['service', 5]],
  [['thread', 10]],
  [['postgres', 20]],
  [
    ['thread', 25],
    ['thread', 50],
    ['thread', 75],
  ],
  [['service', 50]],
  [['postgres', 50]],
  [
    ['thread', 1],
    ['service', 70],
  ],
  [
    ['postgres', 80],
    ['thread', 90],
  ],
  [['service', 90]],
  [
    ['thread', 40],
    ['service', 100],
    ['postgres', 200],
  ],
];
const clientsIn = (round: number): number => (round < ROUNDS.length ? CLIENTS.each : CLIENTS.last);

/**
 * Goal: whatever is killed, a paper that was acknowledged is on the board exactly once, one that was not can be sent again, and the chain
 * holds. Method: a hundred clients cast at once, at last three hundred, each a paper of its own, while the service, PostgreSQL or a thread
 * that verifies is killed; ten times on one board. After each time the whole board is read and compared with what the clients hold in their
 * hands.
 */
describe('while hundreds of clients cast', () => {
  let house: House;
  let hall: Hall;
  let vote: SealedVote;
  let signedInAt = 0;
  const kills: Readonly<Record<Fault, () => Promise<void>>> = {
    service: () => house.kill('ballot'),
    postgres: () => house.killPostgres(),
    thread: () => killThread(house, 'ballot'),
  };
  /** Everything that was acknowledged so far, over all rounds. */
  const acknowledged: { readonly client: Client; readonly cast: Cast }[] = [];

  beforeAll(async () => {
    house = await House.open(ANY_DEBUG_PORT);
    signedInAt = performance.now();
    hall = await openHall(house, VOTERS);
    vote = await openSealedVote(hall);
  }, SET_UP_TIMEOUT_MS);

  afterAll(() => house?.close(), 60_000);

  /** The vote with everybody signed in for as long as a round takes on a busy machine. */
  async function signedIn(): Promise<SealedVote> {
    if (performance.now() - signedInAt < SIGNED_IN_FOR_MS) return vote;
    signedInAt = performance.now();
    const renewed = await Promise.all(
      [...vote.secrets].map(async ([{ staffNo }, secret]) => [await hall.organisation.signIn(staffNo), secret] as const),
    );
    return { ...vote, secretary: await hall.organisation.signIn(vote.secretary.staffNo), secrets: new Map(renewed) };
  }

  /** Reads the board and holds it against every acknowledgement: each paper once, where it was promised, on an unbroken chain. */
  async function expectAllOnBoard(): Promise<void> {
    const chain = verifyChain(await archiveOf(vote));
    if (!chain.ok) throw new Error(`${chain.check} at ${chain.at}: ${chain.reason}`);
    const { papers, chain: heads } = chain.board;
    expect(papers.map(({ tracker }) => tracker).sort()).toEqual(acknowledged.map(({ client }) => client.paper.tracker).sort());
    const misplaced = acknowledged.filter(
      ({
        client,
        cast: {
          acknowledgement: { tracker, position, head },
        },
      }) => tracker !== client.paper.tracker || papers[position - 1]?.tracker !== tracker || heads[position] !== head,
    );
    expect(misplaced).toEqual([]);
  }

  it.each(
    ROUNDS.map((faults, nth) => [nth + 1, faults.map(([fault, after]) => `${fault} killed after ${after}`).join(', '), faults] as const),
  )(
    'round %i (%s): every paper is acknowledged in the end, and on the board once',
    async (nth, _what, faults) => {
      vote = await signedIn();
      const clients = await devicesOf(vote, clientsIn(nth));
      const due = [...faults];
      let [done, killing] = [0, Promise.resolve()];
      const casts = await Promise.all(
        clients.map(async (client) => {
          const one = await cast(vote, client);
          done += 1;
          const next = due[0];
          if (next && done >= next[1]) {
            due.shift();
            killing = killing.then(kills[next[0]]);
          }
          return one;
        }),
      );
      await killing;
      expect(due).toEqual([]);
      // A fault that nobody noticed would prove nothing. A thread's death is hardly noticed: what it had in hand is given to another, or
      // told to be sent again.
      const sentAgain = casts.filter(({ sent }) => sent > 1).length;
      if (faults.some(([fault]) => fault !== 'thread')) expect(sentAgain).toBeGreaterThan(0);
      else expect(sentAgain).toBeLessThan(clients.length / 10);
      acknowledged.push(...clients.map((client, at) => ({ client, cast: casts[at] as Cast })));
      await house.ready();
      await expectAllOnBoard();
    },
    ROUND_TIMEOUT_MS,
  );

  it(
    'and a paper sent again, whichever process acknowledged it, is acknowledged as the first time',
    async () => {
      vote = await signedIn();
      const voters = new Map([...vote.secrets.keys()].map((voter) => [voter.staffNo, voter]));
      const some = acknowledged.filter((_, nth) => nth % 10 === 0);
      const again = await Promise.all(
        some.map(({ client: { voter, paper } }) => cast(vote, { voter: voters.get(voter.staffNo) ?? voter, paper })),
      );
      expect(again.map(({ acknowledgement }) => acknowledgement)).toEqual(some.map(({ cast: { acknowledgement } }) => acknowledgement));
      await expectAllOnBoard();
    },
    ROUND_TIMEOUT_MS,
  );

  it(
    'and every one of the papers is good, as our verifier says of the whole archive',
    async () => {
      const pool = new PaperPool({ threads: 2, workerFile: join(repositoryRoot(), WORKER) });
      try {
        const verdict = await verifyArchiveInThreads(await archiveOf(vote), pool, { arithmetic });
        expect(verdict).toMatchObject({
          ok: true,
          state: 'open',
          papers: CLIENTS.each * (ROUNDS.length - 1) + CLIENTS.last,
          counted: VOTERS,
        });
      } finally {
        await pool.close();
      }
    },
    ROUND_TIMEOUT_MS,
  );
});
