import type { DelegateKind, Office } from '@plenum/contracts';
import { probe, syntheticPeople, type SyntheticPerson } from '@plenum/test-kit';
import { type ApiClient, Person, Refused } from './api-client.js';
import type { House } from './house.js';

/** The password of everybody in a test house. */
export const PASSWORD = 'A long enough password, 2026';

/** A session that has been set up, and its one delegation. */
export interface Session {
  readonly sessionId: string;
  readonly termId: string;
  readonly delegationId: string;
}

/**
 * Whose phone it is, where the house is told that it stands behind a proxy; elsewhere it means nothing. Five hundred have an address each
 * (RFC 5737).
 */
export const comingFrom = (nth: number): Readonly<Record<string, string>> => ({
  'x-forwarded-for': `${nth % 500 < 250 ? '203.0.113' : '198.51.100'}.${1 + (nth % 250)}`,
});

interface SignedIn {
  readonly accessToken: string;
  readonly member: { readonly id: string };
}

/** An organisation founded through the public endpoints, and what its secretary can do there. */
export class Organisation {
  private constructor(
    private readonly house: House,
    readonly code: string,
    readonly organisationId: string,
    readonly secretary: Person,
  ) {}

  /** Founds an organisation as the operator, and signs its secretary in for the first time. */
  static async found(
    house: House,
    code: string,
    secretary: SyntheticPerson = { staffNo: 'S00001', name: 'Secretary', email: 'secretary@example.test' },
  ): Promise<Organisation> {
    const operator = await house.operator();
    const founded = await operator.post<{ organisationId: string; signInCode: string }>('/api/congress/organisations', {
      code,
      name: `Organisation ${code}`,
      level: 1,
      secretary,
    });
    const person = await firstSignIn(house.stranger, code, secretary.staffNo, founded.signInCode);
    return new Organisation(house, code, founded.organisationId, person);
  }

  /** Registers people and signs each in for the first time. */
  async people(people: readonly (SyntheticPerson & { readonly unitId?: string })[]): Promise<Person[]> {
    const members: { id: string }[] = [];
    for (const { staffNo, name, email, unitId } of people)
      members.push(
        await this.secretary.post<{ id: string }>('/api/congress/members', { staffNo, name, email, ...(unitId ? { unitId } : {}) }),
      );
    const { codes } = await this.secretary.post<{ codes: readonly { staffNo: string; signInCode: string }[] }>(
      '/api/congress/members/sign-in-codes',
      { memberIds: members.map(({ id }) => id) },
    );
    const signedIn: Person[] = [];
    for (const [nth, { staffNo, signInCode }] of codes.entries())
      signedIn.push(await firstSignIn(this.house.stranger.with(comingFrom(nth)), this.code, staffNo, signInCode));
    return people.map(({ staffNo }) => signedIn.find((person) => person.staffNo === staffNo) as Person);
  }

  /** So many people who do not exist. */
  crowd(count: number, seed = 1): Promise<Person[]> {
    return this.people(syntheticPeople(count, seed));
  }

  /** Signs somebody in again: a new token. */
  signIn(staffNo: string): Promise<Person> {
    return signIn(this.house.stranger, this.code, staffNo);
  }

  async unit(code: string): Promise<string> {
    return (await this.secretary.post<{ id: string }>('/api/congress/units', { code, name: `Unit ${code}` })).id;
  }

  /** A term of three years and a session in it that lasts from yesterday to next week, with the usual quorum of two thirds or more. */
  async session(termNo = 1, sessionNo = 1, title = `Session ${sessionNo}`): Promise<Session> {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000);
    const year = new Date().getUTCFullYear();
    const { id: termId } = await this.secretary.post<{ id: string }>('/api/congress/terms', {
      termNo,
      kind: 'STAFF_CONGRESS',
      from: `${year - 1}-01-01`,
      to: `${year + 1}-12-31`,
    });
    const { id: sessionId } = await this.secretary.post<{ id: string }>('/api/congress/sessions', {
      termId,
      sessionNo,
      title,
      opensAt: day(-1).toISOString(),
      closesAt: day(7).toISOString(),
      quorum: { num: 2, den: 3, inclusive: true },
    });
    const { id: delegationId } = await this.secretary.post<{ id: string }>(`/api/congress/sessions/${sessionId}/delegations`, {
      name: 'Delegation',
    });
    return { termId, sessionId, delegationId };
  }

  async seat({ sessionId, delegationId }: Session, people: readonly Person[], kind: DelegateKind = 'DELEGATE'): Promise<void> {
    for (const { memberId } of people)
      await this.secretary.post(`/api/congress/sessions/${sessionId}/delegates`, { memberId, delegationId, kind });
  }

  /** Gives an office. @returns its id */
  async office(
    office: Office,
    person: Person,
    where: { readonly sessionId?: string; readonly unitId?: string; readonly chief?: boolean } = {},
  ): Promise<string> {
    return (await this.secretary.post<{ id: string }>('/api/congress/offices', { memberId: person.memberId, office, ...where })).id;
  }
}

/** Sets a password with a one-time code, which signs in as well. */
export async function firstSignIn(client: ApiClient, organisation: string, staffNo: string, signInCode: string): Promise<Person> {
  const signedIn = await client.post<SignedIn>('/api/congress/first-sign-in', { organisation, staffNo, signInCode, password: PASSWORD });
  return personOf(client, organisation, staffNo, PASSWORD, signedIn);
}

export async function signIn(client: ApiClient, organisation: string, staffNo: string, password = PASSWORD): Promise<Person> {
  return personOf(client, organisation, staffNo, password, await askToSignIn(client, organisation, staffNo, password));
}

/** Shows the password again for one act on one thing. */
export async function confirmed(person: Person, act: 'rate-reply', about: string): Promise<{ readonly confirmation: string }> {
  const { confirmation } = await person.post<{ confirmation: string }>('/api/congress/me/confirmations', {
    password: PASSWORD,
    act,
    about,
  });
  return { confirmation };
}

const askToSignIn = (client: ApiClient, organisation: string, staffNo: string, password: string): Promise<SignedIn> =>
  client.post<SignedIn>('/api/congress/sign-in', { organisation, staffNo, password });

const personOf = (client: ApiClient, organisation: string, staffNo: string, password: string, { accessToken, member }: SignedIn): Person =>
  new Person(
    client.houseUrl,
    member.id,
    staffNo,
    accessToken,
    async () => (await askToSignIn(client, organisation, staffNo, password)).accessToken,
  );

/**
 * Does what needs a fact that is still on its way from another service: where it is refused for want of it (403, 404, somebody "unknown"),
 * or itself throws that it has not arrived, it is tried again until it has. Any other refusal is thrown at once.
 */
export function onceKnown<T extends object | string>(what: string, work: () => Promise<T>): Promise<T> {
  return probe(what, async () => {
    try {
      return { done: await work() };
    } catch (error) {
      if (error instanceof Refused && !isUnknownYet(error)) return { failed: error };
      throw error;
    }
  }).then((outcome) => {
    if ('failed' in outcome) throw outcome.failed;
    return outcome.done as T;
  });
}

const isUnknownYet = ({ status, code }: Refused): boolean => status === 403 || status === 404 || code?.endsWith('-unknown') === true;
