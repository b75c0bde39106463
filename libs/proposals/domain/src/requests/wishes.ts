import { type CivilDate, isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where something was sent: with the request, or with the answer to it. */
export type SentIn = 'wish' | 'terms';

/** Whether it was not sent at all. */
export const isUnsaid = (sent: unknown, name: string): boolean => partOf(sent, name) === undefined || partOf(sent, name) === null;

/** The id under this name. @throws MalformedError */
export function idIn(sent: unknown, name: string, within: SentIn): string {
  const id = partOf(sent, name);
  if (typeof id !== 'string' || !ID.test(id)) throw new MalformedError([{ field: `${within}.${name}`, reason: 'not-an-id' }]);
  return id;
}

/** The day under this name. @throws MalformedError */
export function dateIn(sent: unknown, name: string, within: SentIn): CivilDate {
  const date = partOf(sent, name);
  if (typeof date !== 'string' || !isCivilDate(date)) throw new MalformedError([{ field: `${within}.${name}`, reason: 'no-such-date' }]);
  return date;
}

/** One of these words under this name. @throws MalformedError */
export function wordIn<W extends string>(sent: unknown, name: string, words: readonly W[], within: SentIn): W {
  const word = words.find((one) => one === partOf(sent, name));
  if (word === undefined) throw new MalformedError([{ field: `${within}.${name}`, reason: 'not-in-the-list' }]);
  return word;
}

const partOf = (sent: unknown, name: string): unknown => (sent as Readonly<Record<string, unknown>> | null | undefined)?.[name];
