import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { House } from '../house.js';
import type { StandaloneConfig } from '../standalone.config.js';
import { ApiClient, ApiRefusal, ignoreConflict, type Listed } from './api-client.js';
import {
  DELEGATIONS,
  ORGANISATION,
  PROPOSALS,
  PROPOSERS,
  ROLES,
  SECRETARY,
  SESSION_TITLE,
  UNITS,
  type SampleRole,
} from './sample-people.js';
import { termAround } from './terms.js';
import { ProgressFile, type SampleProgress } from './sample-progress.js';

const DAY_MS = 86_400_000;
const ROSTER_FILE = ['apps', 'standalone', 'sample', 'roster.csv'];

/** What the loading needs. */
export interface SampleOptions {
  readonly house: Pick<House, 'url' | 'secrets'>;
  readonly config: Pick<StandaloneConfig, 'dataFolder' | 'databaseUrl'>;
  readonly root: string;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The sample as it stands: whom to sign in as, and how. */
export interface Sample {
  readonly organisation: string;
  readonly password: string;
  readonly roles: readonly SampleRole[];
}

interface Identified {
  readonly id: string;
}
interface SignedIn {
  readonly accessToken: string;
}
interface SignInCode {
  readonly staffNo: string;
  readonly signInCode: string;
}
type Members = ReadonlyMap<string, Identified & { readonly account: string | null }>;

/**
 * Loads the sample congress through the public doors, once. Every step first looks whether it is done, so that a loading
 * that was killed goes on where it was and doubles nothing.
 */
export async function loadSample(options: SampleOptions): Promise<Sample> {
  const { house, config, tell } = options;
  const file = new ProgressFile(config.dataFolder, config.databaseUrl);
  const progress = await file.read(ORGANISATION.code);
  if (!progress.isFinished) {
    tell('The sample congress is loaded ...');
    await new SampleLoading(options, progress, () => file.write(progress)).run();
    progress.isFinished = true;
    delete progress.founderCode;
    await file.write(progress);
  }
  return { organisation: progress.organisation, password: house.secrets.samplePassword, roles: ROLES };
}

class SampleLoading {
  readonly #client: ApiClient;

  constructor(
    private readonly options: SampleOptions,
    private readonly progress: SampleProgress,
    private readonly keep: () => Promise<void>,
  ) {
    this.#client = new ApiClient(options.house.url, options.signal);
  }

  async run(): Promise<void> {
    await this.#found();
    const secretary = await this.#signIn(SECRETARY, this.progress.founderCode);
    const units = await this.#setUpUnits(secretary);
    const sessionId = await this.#setUpSession(secretary);
    await this.#formDelegations(secretary, sessionId);
    await this.#importRoster(secretary, sessionId);
    const members = await membersByStaffNo(secretary);
    await this.#assignOffices(secretary, sessionId, units, members);
    const people = await this.#signEverybodyIn(secretary, members);
    await this.#openCall(people, sessionId, members);
  }

  async #found(): Promise<void> {
    if (this.progress.founderCode !== undefined) return;
    const founder = (await this.#roster()).find(({ staffNo }) => staffNo === SECRETARY);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { signInCode } = await this.#client.post<{ signInCode: string }>(
          '/api/congress/organisations',
          { code: this.progress.organisation, name: ORGANISATION.name, level: 1, secretary: founder },
          { 'x-operator-token': this.options.house.secrets.operatorToken },
        );
        this.progress.founderCode = signInCode;
        return await this.keep();
      } catch (error) {
        if (!(error instanceof ApiRefusal && error.status === 409)) throw error;
        // Founded, but killed before its one-time code was written down: nobody can enter it any more.
        this.progress.organisation = `${ORGANISATION.code}-${attempt + 1}`;
        await this.keep();
      }
    }
  }

  /** The first time with the one-time code, which sets the password; a code that is used up means that it is set. */
  async #signIn(staffNo: string, signInCode?: string): Promise<ApiClient> {
    const { organisation } = this.progress;
    const { samplePassword: password } = this.options.house.secrets;
    const first = (): Promise<SignedIn> =>
      this.#client.post('/api/congress/first-sign-in', { organisation, staffNo, signInCode, password });
    const again = (): Promise<SignedIn> => this.#client.post('/api/congress/sign-in', { organisation, staffNo, password });
    const { accessToken } = await (signInCode === undefined ? again() : first().catch(again));
    return this.#client.as(accessToken);
  }

  async #setUpUnits(secretary: ApiClient): Promise<ReadonlyMap<string, string>> {
    const there = await secretary.get<Listed<Identified & { code: string }>>('/api/congress/units?pageSize=200');
    const units = new Map(there.items.map(({ id, code }) => [code, id]));
    for (const unit of UNITS) {
      if (!units.has(unit.code)) units.set(unit.code, idOf(await secretary.post('/api/congress/units', unit)));
    }
    return units;
  }

  async #setUpSession(secretary: ApiClient): Promise<string> {
    const sessions = await secretary.get<Listed<Identified>>('/api/congress/sessions');
    if (sessions.items[0]) return sessions.items[0].id;
    const terms = await secretary.get<Listed<Identified>>('/api/congress/terms');
    const now = Date.now();
    const termId =
      terms.items[0]?.id ??
      idOf(await secretary.post('/api/congress/terms', { termNo: 1, kind: 'STAFF_CONGRESS', ...termAround(new Date(now)) }));
    return idOf(
      await secretary.post('/api/congress/sessions', {
        termId,
        sessionNo: 3,
        title: SESSION_TITLE,
        opensAt: new Date(now + 21 * DAY_MS).toISOString(),
        closesAt: new Date(now + 23 * DAY_MS).toISOString(),
        quorum: { num: 2, den: 3, inclusive: true },
      }),
    );
  }

  async #formDelegations(secretary: ApiClient, sessionId: string): Promise<void> {
    const address = `/api/congress/sessions/${sessionId}/delegations`;
    const there = await secretary.get<Listed<{ name: string }>>(address);
    for (const name of DELEGATIONS) {
      if (!there.items.some((delegation) => delegation.name === name)) await secretary.post(address, { name });
    }
  }

  /** The same file twice changes nothing: a second import is what a resumed loading does. */
  async #importRoster(secretary: ApiClient, sessionId: string): Promise<void> {
    const form = new FormData();
    form.set('file', new Blob([await this.#rosterFile()], { type: 'text/csv' }), 'roster.csv');
    const { importId, version } = await secretary.upload<{ importId: string; version: number }>(
      `/api/congress/roster-imports?sessionId=${sessionId}`,
      form,
    );
    await secretary.post(`/api/congress/roster-imports/${importId}/confirmation`, { version });
  }

  async #assignOffices(secretary: ApiClient, sessionId: string, units: ReadonlyMap<string, string>, members: Members): Promise<void> {
    const there = await secretary.get<Listed<{ memberId: string; office: string }>>('/api/congress/offices?pageSize=200');
    for (const { staffNo, office, forSession, unitCode, chief } of ROLES) {
      const memberId = members.get(staffNo)?.id;
      if (office === undefined || there.items.some((held) => held.memberId === memberId && held.office === office)) continue;
      await secretary.post('/api/congress/offices', {
        memberId,
        office,
        ...(forSession ? { sessionId } : {}),
        ...(unitCode === undefined ? {} : { unitId: units.get(unitCode) }),
        ...(chief ? { chief } : {}),
      });
    }
  }

  async #signEverybodyIn(secretary: ApiClient, members: Members): Promise<ReadonlyMap<string, ApiClient>> {
    const memberIds = ROLES.map(({ staffNo }) => members.get(staffNo)).flatMap((member) =>
      member && member.account !== 'PASSWORD_SET' ? [member.id] : [],
    );
    const { codes } =
      memberIds.length === 0
        ? { codes: [] }
        : await secretary.post<{ codes: SignInCode[] }>('/api/congress/members/sign-in-codes', { memberIds });
    const people = new Map<string, ApiClient>();
    for (const { staffNo } of ROLES)
      people.set(staffNo, await this.#signIn(staffNo, codes.find((code) => code.staffNo === staffNo)?.signInCode));
    return people;
  }

  async #openCall(people: ReadonlyMap<string, ApiClient>, sessionId: string, members: Members): Promise<void> {
    const committee = personIn(people, 'T00003');
    const calls = await committee.get<Listed<Identified>>(`/api/proposals/calls?sessionId=${sessionId}`);
    const now = Date.now();
    const callId =
      calls.items[0]?.id ??
      idOf(
        await committee.postOnceHeard('/api/proposals/calls', {
          sessionId,
          opensAt: new Date(now - DAY_MS).toISOString(),
          closesAt: new Date(now + 14 * DAY_MS).toISOString(),
          minSeconders: PROPOSERS.seconders.length,
          replyDue: { kind: 'months', n: 3 },
          leaderSignOff: 'none',
          feedbackDue: { kind: 'working-days', n: 15 },
        }),
      );
    await this.#draft(personIn(people, PROPOSERS.drafted), callId, PROPOSALS.drafted);
    await this.#file(people, callId, members);
  }

  async #file(people: ReadonlyMap<string, ApiClient>, callId: string, members: Members): Promise<void> {
    const proposer = personIn(people, PROPOSERS.filed);
    const proposalId = await this.#draft(proposer, callId, PROPOSALS.filed);
    const address = `/api/proposals/proposals/${proposalId}`;
    const { submittedAt } = await proposer.get<{ submittedAt: string | null }>(address);
    if (submittedAt !== null) return;
    await ignoreConflict(
      proposer.postOnceHeard(`${address}/invitations`, { memberIds: PROPOSERS.seconders.map((staffNo) => members.get(staffNo)?.id) }),
    );
    for (const staffNo of PROPOSERS.seconders) await ignoreConflict(personIn(people, staffNo).decide(address, 'seconding'));
    await ignoreConflict(proposer.decide(address, 'submission'));
  }

  async #draft(proposer: ApiClient, callId: string, content: { subject: string }): Promise<string> {
    const mine = await proposer.get<Listed<Identified & { subject: string }>>('/api/proposals/proposals?scope=mine&pageSize=200');
    const there = mine.items.find(({ subject }) => subject === content.subject);
    return there?.id ?? idOf(await proposer.postOnceHeard('/api/proposals/proposals', { callId, ...content }));
  }

  async #roster(): Promise<{ staffNo: string; name: string; email: string }[]> {
    const [, ...lines] = (await this.#rosterFile()).trim().split('\n');
    return lines.map((line) => {
      const [staffNo = '', name = '', , email = ''] = line.split(',');
      return { staffNo, name, email };
    });
  }

  #rosterFile(): Promise<string> {
    return readFile(path.join(this.options.root, ...ROSTER_FILE), 'utf8');
  }
}

async function membersByStaffNo(secretary: ApiClient): Promise<Members> {
  const { items } = await secretary.get<Listed<Identified & { staffNo: string; account: string | null }>>(
    '/api/congress/members?sort=staffNo&pageSize=200',
  );
  return new Map(items.map((member) => [member.staffNo, member]));
}

function personIn(people: ReadonlyMap<string, ApiClient>, staffNo: string): ApiClient {
  const person = people.get(staffNo);
  if (!person) throw new Error(`${staffNo} is not signed in.`);
  return person;
}

const idOf = (made: unknown): string => (made as Identified).id;
