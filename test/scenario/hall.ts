import type { Person } from '../lib/api-client.js';
import { onceKnown } from '../lib/organisation.js';
import type { PaperSheet } from './papers.js';
import { STAFF, type Staff } from './staff.js';

/** Who leads and who counts. The first of the scrutineers and of the tellers is the chief; the third teller settles differences. */
export interface Team {
  readonly organiser: Person;
  readonly scrutineers: readonly [Person, Person, Person];
  readonly tellers: readonly [Person, Person, Person];
}

/** What a result says, as far as a scenario asks. */
export interface Result {
  readonly outcome: {
    readonly status: string;
    readonly needed: Readonly<Record<string, number>>;
    readonly items?: readonly { readonly yes: number; readonly no: number; readonly abstain: number; readonly passed: boolean }[];
    readonly elected?: readonly string[];
    readonly tied?: readonly string[];
    readonly ranking?: readonly { readonly id: string; readonly yes: number }[];
    readonly subjects?: readonly {
      readonly id: string;
      readonly rates: Readonly<Record<string, { readonly ofValid: { readonly percent: string } }>>;
    }[];
    readonly leading?: readonly string[];
    readonly options?: readonly { readonly id: string; readonly votes: number }[];
  };
  readonly counts: { readonly issued: number; readonly returned: number; readonly valid: number; readonly invalid: number };
}

/** A ballot under adopted rules, with its roll and its officers. @returns the ballot's address */
export async function prepare({ sessionId }: Staff, team: Team, content: object): Promise<string> {
  const { id } = await onceKnown('an organiser may draft a ballot', () =>
    team.organiser.post<{ id: string }>('/api/ballot/ballots', { sessionId, ...content }),
  );
  const ballot = `/api/ballot/ballots/${id}`;
  await team.organiser.decide(`${ballot}/adoption`);
  await enrol(ballot, team);
  return ballot;
}

/** Freezes the roll and names the officers: for a first round, and anew for each that follows. */
export async function enrol(ballot: string, { organiser, scrutineers, tellers }: Team): Promise<void> {
  await organiser.decide(`${ballot}/roll`);
  const ids = (people: readonly Person[]) => people.map(({ memberId }) => memberId);
  await organiser.decide(`${ballot}/officers`, {
    scrutineers: ids(scrutineers),
    chiefScrutineer: scrutineers[0].memberId,
    tellers: ids(tellers),
    chiefTeller: tellers[0].memberId,
  });
}

/**
 * Opens the voting once the ballot service knows of everybody who signed in. `issued` are papers handed out in one go; others were issued
 * one by one before.
 */
export async function open(ballot: string, { organiser }: Team, issued?: number): Promise<void> {
  await onceKnown('everybody present is known to the ballot service', async () => {
    const state = await organiser.get<{ presentNow: number }>(ballot);
    if (state.presentNow < STAFF) throw new Error(`${state.presentNow} are known to be present`);
    return state;
  });
  await organiser.decide(`${ballot}/opening`, issued === undefined ? {} : { issued });
}

/** Two tellers enter every sheet; the second misreads one, a third decides it. */
export async function enterSheets(ballot: string, { scrutineers, tellers }: Team, sheets: readonly PaperSheet[]): Promise<void> {
  const misread = sheets.map((sheet) => (sheet.no === MISREAD ? { ...sheet, marks: {} } : sheet));
  await tellers[0].put(`${ballot}/sheets`, { sheets });
  await tellers[1].put(`${ballot}/sheets`, { sheets: misread });
  const { items } = await scrutineers[0].get<{ items: readonly { no: number }[] }>(`${ballot}/differences`);
  if (items.length !== 1) throw new Error(`one sheet was misread, and ${items.length} differ`);
  for (const { no } of items)
    await tellers[2].post(
      `${ballot}/decisions`,
      sheets.find((sheet) => sheet.no === no),
    );
}

const MISREAD = 3;

/** Counts, signs by both chiefs, declares and publishes. */
export async function conclude(ballot: string, { organiser, scrutineers, tellers }: Team): Promise<Result> {
  await organiser.post(`${ballot}/count`);
  await scrutineers[0].sign(ballot);
  await tellers[0].sign(ballot);
  await organiser.decide(`${ballot}/declaration`);
  await organiser.decide(`${ballot}/publication`);
  return organiser.get<Result>(`${ballot}/result`);
}
