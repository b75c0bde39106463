import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ApiClient, ignoreConflict, type Listed } from '../api-client.js';
import { ROLES, DELEGATIONS, SECRETARY } from '../sample-people.js';
import { ProgressFile, type SampleProgress } from '../sample-progress.js';
import { type Sample, type SampleOptions } from '../sample-congress.js';
import { HELD_SESSION, TODAYS_SESSION, TODAY } from './life-story.js';
import { holdVotes, prepareVotes } from './life-votes.js';
import { fileComingProposals, fileHeldProposals } from './life-proposals.js';
import { decided, idOf, type SampleRun } from './sample-run.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Gives the sample congress a past and a present, through the public endpoints, while the house is in use: a session that was held,
 * with results and proposals in every state, and one that sits today. @returns whether anything was left to tell
 */
export async function loadLife(options: SampleOptions, sample: Sample): Promise<boolean> {
  const file = new ProgressFile(options.config.dataFolder, options.config.databaseUrl);
  const progress = await file.read(sample.organisation);
  if (progress.hasLife) return false;
  const run = await begin(options, sample, progress, () => file.write(progress));
  const held = await sessionOf(
    options,
    run,
    HELD_SESSION.sessionNo,
    HELD_SESSION.title,
    new Date(Date.now() - HELD_SESSION.daysAgo * DAY_MS),
  );
  await fileHeldProposals(run, held);
  await sit(run, held, []);
  await holdVotes(run, held);
  await decided(run, `/api/congress/sessions/${held}`, 'closing');
  const sitting = await sessionOf(options, run, TODAYS_SESSION.sessionNo, TODAYS_SESSION.title, new Date(Date.now() - HOUR_MS));
  await sit(run, sitting, TODAY.notSignedIn);
  await prepareVotes(run, sitting);
  await fileComingProposals(run);
  progress.hasLife = true;
  await file.write(progress);
  return true;
}

async function begin(
  { house, signal }: SampleOptions,
  { organisation, password }: Sample,
  progress: SampleProgress,
  keep: () => Promise<void>,
): Promise<SampleRun> {
  const stranger = new ApiClient(house.url, signal);
  const people = new Map<string, ApiClient>();
  for (const { staffNo } of ROLES) {
    const { accessToken } = await stranger.post<{ accessToken: string }>('/api/congress/sign-in', { organisation, staffNo, password });
    people.set(staffNo, stranger.as(accessToken));
  }
  const as = (staffNo: string): ApiClient => known(people.get(staffNo), staffNo);
  const members = await as(SECRETARY).get<Listed<{ id: string; staffNo: string }>>('/api/congress/members?sort=staffNo&pageSize=200');
  const units = await as(SECRETARY).get<Listed<{ id: string; code: string }>>('/api/congress/units?pageSize=200');
  const made = (progress.made ??= {});
  return {
    as,
    password,
    memberId: (staffNo) => known(members.items.find((member) => member.staffNo === staffNo)?.id, staffNo),
    unitId: (code) => known(units.items.find((unit) => unit.code === code)?.id, code),
    once: async (name, make) => {
      const there = made[name];
      if (there !== undefined) return there;
      const id = (made[name] = await make());
      await keep();
      return id;
    },
  };
}

/** A session with its delegations and the delegates of the roster. @returns its id */
async function sessionOf(
  { root }: SampleOptions,
  { as, once }: SampleRun,
  sessionNo: number,
  title: string,
  opensAt: Date,
): Promise<string> {
  const secretary = as(SECRETARY);
  const sessionId = await once(`session ${sessionNo}`, async () => {
    const terms = await secretary.get<Listed<{ id: string }>>('/api/congress/terms');
    const closesAt = new Date(opensAt.getTime() + DAY_MS);
    return idOf(
      await secretary.post('/api/congress/sessions', {
        termId: known(terms.items[0], 'term').id,
        sessionNo,
        title,
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
        quorum: { num: 2, den: 3, inclusive: true },
      }),
    );
  });
  for (const name of DELEGATIONS)
    await once(`delegation ${sessionNo} ${name}`, async () =>
      idOf(await secretary.post(`/api/congress/sessions/${sessionId}/delegations`, { name })),
    );
  await once(`roster ${sessionNo}`, async () => {
    const form = new FormData();
    form.set(
      'file',
      new Blob([await readFile(path.join(root, 'apps/standalone/sample/roster.csv'), 'utf8')], { type: 'text/csv' }),
      'roster.csv',
    );
    const { importId, version } = await secretary.upload<{ importId: string; version: number }>(
      `/api/congress/roster-imports?sessionId=${sessionId}`,
      form,
    );
    await secretary.post(`/api/congress/roster-imports/${importId}/confirmation`, { version });
    return importId;
  });
  return sessionId;
}

/** Opens the session and signs everybody in at the desk, but those who are to do it by themselves. */
async function sit(run: SampleRun, sessionId: string, notSignedIn: readonly string[]): Promise<void> {
  const { as, once, memberId } = run;
  const secretary = as(SECRETARY);
  await once(`sitting ${sessionId}`, async () => {
    const absent = new Set(notSignedIn.map(memberId));
    await decided(run, `/api/congress/sessions/${sessionId}`, 'opening');
    const delegates = await secretary.get<Listed<{ memberId: string; kind: string }>>(
      `/api/congress/sessions/${sessionId}/delegates?pageSize=200`,
    );
    for (const delegate of delegates.items) {
      if (delegate.kind === 'DELEGATE' && !absent.has(delegate.memberId))
        await ignoreConflict(secretary.post(`/api/congress/sessions/${sessionId}/attendance`, { memberId: delegate.memberId }));
    }
    return sessionId;
  });
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The sample lacks ${name}.`);
  return found;
}
