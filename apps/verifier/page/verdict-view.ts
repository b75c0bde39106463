import type { ArchiveVerdict, VerifiedArchive } from '@plenum/ballot-crypto';
import type { BundleVerdict, VerifiedBundle } from '../src/evidence/verify-bundle.js';
import { element, facts, list, section } from './elements.js';
import { checkInside, grouped, reasonFor } from './refusal-words.js';
import type { Words } from './words.js';

/** What was found in a file. */
export type Found =
  { readonly kind: 'archive'; readonly verdict: ArchiveVerdict } | { readonly kind: 'bundle'; readonly verdict: BundleVerdict };

/** The verdict in words, with the facts that were worked out, the fingerprints to compare, and what none of it proves. */
export function verdictView(found: Found, file: string, words: Words): HTMLElement {
  const { verdict } = found;
  const view = element('div', { class: verdict.ok ? 'verdict accepted' : 'verdict refused' });
  const heading = element('h2', { class: 'verdict-word' }, verdict.ok ? words.accepted : words.refused);
  heading.tabIndex = -1;
  view.append(heading, element('p', {}, verdict.ok ? words.acceptedText : words.refusedText), facts([[words.file, file]]));
  if (!verdict.ok) {
    const { check, at, reason } = verdict;
    view.append(
      facts([
        [words.why, words.reasons[reasonFor(checkInside(check, reason))]],
        [words.technical, [check, at, reason].filter(Boolean).join(' · ')],
      ]),
    );
    return view;
  }
  const bundle = found.kind === 'bundle' ? (verdict as VerifiedBundle) : null;
  const archive = bundle ? bundle.archive : (verdict as VerifiedArchive);
  view.append(
    ...(bundle ? [bundleFacts(bundle, words)] : []),
    ...(archive ? [archiveFacts(archive, words), ...resultOf(archive, words)] : []),
  );
  view.append(section(words.facts, list(checksOf(bundle, archive, words), 'checked')));
  if (archive && archive.warnings.length > 0)
    view.append(
      list(
        archive.warnings.map((warning) => words.warnings[warning]),
        'warnings',
      ),
    );
  view.append(fingerprints(bundle, archive, words), section(words.limits, list(Object.values(words.limit))));
  return view;
}

const bundleFacts = ({ ballot, status, access: { resets, deskSignIns } }: VerifiedBundle, { fact, outcome }: Words): HTMLElement =>
  facts([
    [fact.title, ballot.title],
    [fact.status, outcome[status as keyof typeof outcome] ?? status],
    [fact.signatures, String(ballot.signatures.length)],
    [
      fact.resets,
      shares(
        resets,
        ({ isFirst }) => !isFirst,
        ({ isFirst }) => isFirst,
      ),
    ],
    [
      fact.byDesk,
      shares(
        deskSignIns,
        () => true,
        ({ late }) => late,
      ),
    ],
  ]);

const shares = <T>(all: readonly T[], ...kinds: readonly ((each: T) => boolean)[]): string =>
  kinds.map((isOf) => all.filter(isOf).length).join(' / ');

const archiveFacts = ({ state, voters, papers, counted }: VerifiedArchive, { fact, states }: Words): HTMLElement =>
  facts(
    [
      [fact.state, states[state]],
      [fact.voters, String(voters)],
      [fact.papers, String(papers)],
      [fact.counted, String(counted)],
    ],
    'facts figures',
  );

/** The sums of each question, answer by answer; a question that may be left blank has the blank papers first. */
function resultOf({ election, result }: VerifiedArchive, words: Words): HTMLElement[] {
  if (!result) return [];
  const tables = election.questions.map(({ question, answers, blank }, nth) => {
    const rows = [...(blank ? [words.blank] : []), ...answers].map((answer, at) =>
      element('tr', {}, element('th', { scope: 'row' }, answer), element('td', {}, String(result[nth]?.[at] ?? ''))),
    );
    const head = element('tr', {}, element('th', { scope: 'col' }, words.answer), element('th', { scope: 'col' }, words.votes));
    return element('table', {}, element('caption', {}, question), element('thead', {}, head), element('tbody', {}, ...rows));
  });
  return [section(words.result, ...tables)];
}

function checksOf(bundle: VerifiedBundle | null, archive: VerifiedArchive | null, { checks }: Words): string[] {
  const hasSum = archive !== null && ['tallied', 'decided'].includes(archive.state);
  return [
    ...(archive ? [checks.chain, checks.setup, checks.papers] : []),
    ...(hasSum ? [checks.sum] : []),
    ...(archive?.result ? [checks.result] : []),
    ...(bundle ? [checks.bundle] : []),
  ];
}

function fingerprints(
  bundle: VerifiedBundle | null,
  archive: VerifiedArchive | null,
  { fingerprint, fingerprints: title, compare }: Words,
): HTMLElement {
  const pairs: [string, string][] = [
    ...(bundle ? [[fingerprint.digest, bundle.ballot.digest] as [string, string]] : []),
    ...(archive
      ? [[fingerprint.head, archive.head.hash] as [string, string], [fingerprint.election, archive.fingerprint] as [string, string]]
      : []),
    ...(bundle ? [[fingerprint.audit, bundle.auditHead] as [string, string]] : []),
  ];
  return section(
    title,
    element('p', {}, compare),
    facts(
      pairs.map(([name, hash]) => [name, grouped(hash)]),
      'fingerprints',
    ),
  );
}
