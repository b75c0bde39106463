import type { Locale, PersonalWay } from '@plenum/contracts';
import { writeSpreadsheet } from '@plenum/service-kit';
import { composeLetter, type LetterHead, type NoticeFacts } from '../letters/letter.js';
import { type ProofMessages, proofMessages } from '../messages/proof.js';
import type { ServedOnWayResponse, ServedPersonResponse } from './proof.responses.js';

const WIDTHS = [36, 12, 14, 20, 20, 18, 18, 18, 48, 16, 14, 18, 36];

/** The proof of each of those who were told, a row each; times are those of the zone. */
export function writeProof(
  matter: NoticeFacts,
  people: readonly ServedPersonResponse[],
  locale: Locale,
  head: LetterHead,
): Promise<Buffer> {
  const words = proofMessages(locale);
  const { subject } = composeLetter([matter], { name: '', locale }, head);
  const timeOf = new Intl.DateTimeFormat('sv-SE', { timeZone: head.timeZone, dateStyle: 'short', timeStyle: 'short' });
  const at = (instant: string | null): string => (instant === null ? '' : timeOf.format(new Date(instant)));
  const rows = people.map(({ staffNo, name, unit, delegation, standing, toldAt, openedAt, ways, paper }) => [
    subject,
    staffNo,
    name,
    unit ?? '',
    delegation ?? '',
    words.standings[standing],
    at(toldAt),
    at(openedAt),
    ways.map((way) => onWay(way, words, at)).join('\n'),
    `${paper?.signedOn ?? ''}${paper?.isLate ? ` (${words.late})` : ''}`,
    paper?.recordedBy ?? '',
    at(paper?.recordedAt ?? null),
    paper?.correction ?? '',
  ]);
  return writeSpreadsheet([{ name: words.proofSheet, widths: WIDTHS, rows: [words.proofHead, ...rows] }]);
}

/** What became of it on one way, in words. */
function onWay({ way, state, reason, at }: ServedOnWayResponse, words: ProofMessages, timeOf: (instant: string | null) => string): string {
  const word = way !== 'mail' && reason === 'no-address' ? 'no-number' : reason; // An SMS has no mail address to miss.
  const why = word === null ? undefined : words.reasons[word];
  const said = [words.states[state], ...(at === null ? [] : [timeOf(at)]), ...(why === undefined ? [] : [why])];
  return `${words.ways[way satisfies PersonalWay]}: ${said.join(', ')}`;
}
