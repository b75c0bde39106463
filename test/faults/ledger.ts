import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import { type Gap, gapsOf } from '../lib/hearing.js';
import type { House, Mail } from '../lib/house.js';

const SETTLED_WITHIN_MS = 180_000; // The sweep asks at growing pauses; a killed worker's jobs are taken over after ten seconds.

/** Waits until every event that any service has published has been handled by every service that hears it, and is confirmed. */
export async function nothingLost(house: House): Promise<void> {
  let gaps: readonly Gap[] = [];
  await probe(
    'every published event has been handled by all who hear it, and confirmed',
    async () => {
      gaps = await gapsOf(house);
      return gaps.length === 0;
    },
    { timeoutMs: SETTLED_WITHIN_MS, describe: () => `${gaps.length} gaps, e.g. ${JSON.stringify(gaps.slice(0, 5))}` },
  );
}

/** One thing that somebody was to be told. */
export interface Told {
  readonly person: Person;
  readonly code: string;
  readonly link: string;
}

interface NoticePage {
  readonly items: readonly { readonly code: string; readonly link: string | null }[];
  readonly total: number;
}

/** How often each was told, read from everybody's own inbox: `code link to staffNo`, and the number. */
export async function timesTold(told: readonly Told[]): Promise<Readonly<Record<string, number>>> {
  const times: Record<string, number> = {};
  for (const person of new Set(told.map((one) => one.person))) {
    const inbox = await inboxOf(person);
    for (const one of told.filter((each) => each.person === person)) {
      times[keyOf(one)] = inbox.filter(({ code, link }) => code === one.code && link === one.link).length;
    }
  }
  return times;
}

/** What {@link timesTold} says when everybody was told exactly once. */
export const eachOnce = (told: readonly Told[]): Readonly<Record<string, number>> => Object.fromEntries(told.map((one) => [keyOf(one), 1]));

const keyOf = ({ person, code, link }: Told): string => `${code} ${link} to ${person.staffNo}`;

async function inboxOf(person: Person): Promise<NoticePage['items']> {
  const items: NoticePage['items'][number][] = [];
  for (let page = 1; ; page += 1) {
    const answer = await person.get<NoticePage>(`/api/notifier/notices?page=${page}&pageSize=200`);
    items.push(...answer.items);
    if (items.length >= answer.total || answer.items.length === 0) return items;
  }
}

/** Waits until no mail is due or on its way. */
export async function mailsGone(house: House): Promise<void> {
  await probe('no mail is due any more', async () => (await openMails(house)) === 0, {
    timeoutMs: SETTLED_WITHIN_MS,
    describe: async () => `${await openMails(house)} are due`,
  });
}

async function openMails(house: House): Promise<number> {
  const [row] = await house.sql<{ open: number }>(
    'notifier',
    `SELECT count(*)::int AS open FROM deliveries WHERE state IN ('due', 'claimed')`,
  );
  return row?.open ?? -1;
}

/** How many mails somebody got about a thing: by address and by the link in the text. */
export const mailsTo = (mails: readonly Mail[], address: string, link: string): number =>
  mails.filter(({ to, text }) => to.includes(address) && text.includes(link)).length;
