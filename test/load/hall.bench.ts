import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '@plenum/test-kit';
import { type Client, devicesOf, openHall, openSealedVote } from '../lib/hall.js';
import { ApiClient } from '../lib/api-client.js';
import { House } from '../lib/house.js';
import { comingFrom, PASSWORD } from '../lib/organisation.js';
import { figureOf, note, printFigures } from './lib/figures.js';
import { HallTrouble } from './lib/hall-trouble.js';

// A hall votes at once, with an attacker among them: npm run bench -- hall [--json] [--members N] [--seconds N] [--quiet-hall]; smaller
// numbers for a first look.
// Whoever is in the hall signs in, holds a live inbox, fetches the paper and casts within two minutes of the opening, each at a moment of
// their own and from an address of their own (the launcher is told that it stands behind a proxy), while slow sockets, wrong sign-ins and
// junk papers go on.
const { values: given } = parseArgs({
  options: { json: { type: 'boolean' }, members: { type: 'string' }, seconds: { type: 'string' }, 'quiet-hall': { type: 'boolean' } },
});
const MEMBERS = Number(given.members ?? 300);
const SECONDS = Number(given.seconds ?? 100); // All arrive within these; what each does after takes some more.
const SLOW_SOCKETS = 300;
const WRONG_SIGN_INS = 64;
const BUSY_PAUSE_MS = 300; // As the page does: a house that says it is busy is asked again.
const BUSY_TRIES_MAX = 60;

const house = await House.open({ PLENUM_TRUSTED_PROXIES: 'loopback' });
const errors: string[] = [];
/** Held until the last one has voted, as pages that stay open do. */
const inboxes: { leave(): void }[] = [];
const took = { signIn: [] as number[], paper: [] as number[], cast: [] as number[] };

try {
  note(`a hall of ${MEMBERS} gathers`);
  const hall = await openHall(house, MEMBERS);
  const vote = await openSealedVote(hall);
  const devices = await devicesOf(vote, MEMBERS);
  const [attacker] = hall.officers.tellers;
  const papersPath = `${vote.path}/papers`;
  note('the vote is open');
  const trouble = given['quiet-hall']
    ? null
    : new HallTrouble({
        url: house.url,
        papersPath,
        member: attacker,
        organisation: hall.organisation.code,
        slowSockets: SLOW_SOCKETS,
        wrongSignInsAtATime: WRONG_SIGN_INS,
      });
  const random = seededRandom(9);
  const openedAt = performance.now();
  await Promise.all(
    devices.map(async (device, nth) => {
      await pause(random.integer(SECONDS * 1_000));
      await takePart(device, nth, { path: vote.path, organisation: hall.organisation.code });
    }),
  );
  note(`${inboxes.length} live inboxes are open`);
  for (const inbox of inboxes) inbox.leave();
  note(`all were through ${((performance.now() - openedAt) / 1_000).toFixed(0)} s after the opening`);
  const made = await trouble?.end();
  if (made) note(`meanwhile: ${made.sockets} slow sockets, ${made.signIns} wrong sign-ins, ${made.papers} junk papers`);
  for (const error of errors.slice(0, 10)) note(`shown: ${error}`);
  printFigures(
    [
      { name: 'cast p99', unit: 'ms', samples: [percentile(took.cast, 0.99)] },
      { name: 'cast p50', unit: 'ms', samples: [percentile(took.cast, 0.5)] },
      { name: 'sign-in p99', unit: 'ms', samples: [percentile(took.signIn, 0.99)] },
      { name: 'paper fetched p99', unit: 'ms', samples: [percentile(took.paper, 0.99)] },
      { name: 'errors shown', unit: 'count', samples: [errors.length] },
      { name: 'papers cast', unit: 'count', samples: [took.cast.length] },
    ].map(figureOf),
  );
} finally {
  await house.close();
}

/** What one member does; whatever their page would show as an error is kept. */
async function takePart(
  { voter, paper }: Client,
  nth: number,
  { path, organisation }: { readonly path: string; readonly organisation: string },
): Promise<void> {
  const phone = new ApiClient(house.url).with(comingFrom(nth));
  const signedIn = await timed(
    took.signIn,
    () => phone.ask<{ accessToken: string }>('POST', '/api/congress/sign-in', { organisation, staffNo: voter.staffNo, password: PASSWORD }),
    'sign-in',
  );
  if (!signedIn) return;
  const own = phone.with({ authorization: `Bearer ${signedIn.accessToken}` });
  inboxes.push(await holdInbox(signedIn.accessToken));
  await timed(took.paper, () => own.ask('GET', `${path}/board/setup`), 'the paper');
  await timed(took.cast, () => patiently(() => own.ask('POST', `${path}/papers`, { paper: paper.text })), 'casting');
}

/** Times an answer that is a yes; any other is an error that is shown. */
async function timed<T>(
  times: number[],
  ask: () => Promise<{ readonly status: number; readonly body: T }>,
  what: string,
): Promise<T | null> {
  const startedAt = performance.now();
  try {
    const { status, body } = await ask();
    if (status < 400) {
      times.push(performance.now() - startedAt);
      return body;
    }
    errors.push(`${what}: ${status} ${JSON.stringify(body)}`);
  } catch (error) {
    errors.push(`${what}: ${String(error)}`);
  }
  return null;
}

/** Asks again while the house says that it is busy, as the page does without a word. */
async function patiently<A extends { readonly status: number }>(ask: () => Promise<A>): Promise<A> {
  let answer = await ask();
  for (let tries = 1; answer.status === 503 && tries < BUSY_TRIES_MAX; tries += 1) {
    await pause(BUSY_PAUSE_MS);
    answer = await ask();
  }
  return answer;
}

/** A live inbox that stays open until its reader leaves; one that is refused or cut before is an error that is shown. */
async function holdInbox(token: string): Promise<{ leave(): void }> {
  const control = new AbortController();
  const answer = await fetch(`${house.url}/api/notifier/notices/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: control.signal,
  }).catch(() => null);
  if (!answer?.ok) errors.push(`the inbox: ${answer?.status ?? 'no answer'}`);
  const reading = (async () => {
    for await (const _ of (answer?.body ?? []) as AsyncIterable<Uint8Array>) continue;
    if (!control.signal.aborted) errors.push('the inbox: cut');
  })();
  reading.catch(() => control.signal.aborted || errors.push('the inbox: lost'));
  return { leave: () => control.abort() };
}

/** The least value that so large a part of the values does not exceed. */
function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}
