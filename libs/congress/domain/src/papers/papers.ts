import { type CivilDate, dayOf, plusDays } from '@plenum/calendar';
import { type DomainError, MalformedError, type Policy, policyDecisions } from '@plenum/kernel';
import { type Agenda, standingAdoption } from '../agenda/agenda.js';
import { CongressErrors } from '../congress.errors.js';
import type { SessionState } from '../congress.vocabulary.js';
import { tidyLine } from '../members/member-fields.js';
import type { Authority } from '../policy.js';

/** What a paper may be, told from the bytes. Nothing in which programs are usual. */
export const PAPER_KINDS = ['pdf', 'docx', 'xlsx', 'pptx'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** How large a file is, how many papers a session has and versions each, how much of both together; bytes. */
export const PAPER_LIMITS = { bytes: 10_485_760, papers: 100, versions: 30, sessionBytes: 314_572_800, titleLength: 200 } as const;

/** A file as it was brought in; its bytes are kept elsewhere, and never change. */
export interface PaperVersion {
  readonly nth: number;
  readonly kind: PaperKind;
  readonly bytes: number;
  /** Of the bytes, in hexadecimal: whoever holds the file can compare it. */
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
  /** When it was sent out to the delegates; null while it was not. */
  readonly sentAt: Date | null;
}

/** A paper that belongs to an item of the agenda (会议文件), with all its versions, the first first. */
export interface Paper {
  readonly id: string;
  readonly itemId: string;
  readonly title: string;
  readonly versions: readonly PaperVersion[];
  /** Why it is no longer put to the congress; null while it is. */
  readonly withdrawnFor: string | null;
}

/** How many calendar days before the session papers go out, and which rule says so (R62, R67: seven; R91: five or seven). */
export interface PapersRule {
  readonly days: number;
  readonly clause: string;
}

/** All papers of a session. */
export interface SessionPapers {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly rule: PapersRule;
  readonly papers: readonly Paper[];
  /** Counts the changes; 0 before the first. */
  readonly version: number;
}

/** Seven days, the longer of the two periods in use; without a clause until somebody names one. */
export const USUAL_PAPERS_RULE: PapersRule = { days: 7, clause: '' };
const RULE_BOUNDS = { days: [1, 30], clauseLength: 100 } as const;
const REASON_LENGTH_MAX = 500;

export type PapersEvent =
  | { readonly type: 'PapersRuleSet' | 'PaperBrought' | 'PaperWithdrawn' }
  | { readonly type: 'PapersSent'; readonly papers: readonly Paper[] };

/** What a behaviour did. */
export interface PapersChange {
  readonly after: SessionPapers;
  readonly events: readonly PapersEvent[];
}

/** Its newest version was not sent out yet; was; the paper is withdrawn. */
export const PAPER_STATES = ['DRAFT', 'SENT', 'WITHDRAWN'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Everything that is done to a paper. */
export const PAPER_ACTIONS = ['bring-version', 'send', 'withdraw'] as const;
export type PaperAction = (typeof PAPER_ACTIONS)[number];

/** What a rule looks at besides: the session and the instant. */
export interface PapersContext {
  readonly session: { readonly state: SessionState };
  readonly at: Date;
}

interface PaperSubject {
  readonly state: PaperState;
}
type PaperPolicy = Policy<PaperAction, PaperSubject, Authority, [PapersContext]>;

const secretariat = (_: unknown, { runsSession }: Authority): DomainError | null => (runsSession ? null : CongressErrors.forbidden());

/** Every action with its policy. */
export const PAPER_POLICIES: Readonly<Record<PaperAction, PaperPolicy>> = {
  'bring-version': { action: 'bring-version', who: secretariat, from: ['DRAFT', 'SENT'] },
  send: { action: 'send', who: secretariat, from: ['DRAFT'] },
  withdraw: { action: 'withdraw', who: secretariat, from: ['DRAFT', 'SENT'] },
};

const overWith = ({ session: { state } }: PapersContext): DomainError | null =>
  state === 'CLOSED' ? CongressErrors.sessionState(state, ['SET_UP', 'OPEN']) : null;

const { assertAllowed, allowed } = policyDecisions<PaperPolicy, PaperSubject, Authority, [PapersContext]>({
  wrongState: CongressErrors.paperState,
  obstructed: (_policy, _paper, context) => overWith(context),
});
const IN_ORDER = PAPER_ACTIONS.map((action) => PAPER_POLICIES[action]);

export const paperState = ({ versions, withdrawnFor }: Paper): PaperState =>
  withdrawnFor !== null ? 'WITHDRAWN' : versions.at(-1)?.sentAt ? 'SENT' : 'DRAFT';

/** What somebody may do to a paper now. */
export const allowedOnPaper = (paper: Paper, by: Authority, context: PapersContext): readonly PaperAction[] =>
  allowed(IN_ORDER, { state: paperState(paper) }, by, context);

/** Null for whoever may bring in a paper, or set the rule, now. */
export const papersRefusal = (by: Authority, context: PapersContext): DomainError | null => secretariat(null, by) ?? overWith(context);

/** The papers of a session for which none was brought in. */
export const noPapers = (made: Pick<SessionPapers, 'id' | 'organisationId' | 'sessionId' | 'rule'>): SessionPapers => ({
  ...made,
  papers: [],
  version: 0,
});

/** Says how many days before the session papers go out, and by which clause. @throws MalformedError, as {@link papersRefusal} */
export function setPapersRule(papers: SessionPapers, by: Authority, { days, clause }: PapersRule, context: PapersContext): PapersChange {
  assertMay(by, context);
  const rule = { days, clause: tidyLine(clause) };
  const [least, most] = RULE_BOUNDS.days;
  if (!Number.isInteger(days) || days < least || days > most) throw new MalformedError([{ field: 'days', reason: 'range' }]);
  if ([...rule.clause].length > RULE_BOUNDS.clauseLength) throw new MalformedError([{ field: 'clause', reason: 'too-long' }]);
  return changed(papers, { rule }, { type: 'PapersRuleSet' });
}

/** What is known of a file that is brought in. */
export type BroughtFile = Pick<PaperVersion, 'kind' | 'bytes' | 'sha256'>;

/**
 * Brings in a paper of an item. @throws `congress.not-found` where the agenda has no such item, `congress.too-many-papers`, MalformedError,
 * as {@link papersRefusal}
 */
export function bringPaper(
  papers: SessionPapers,
  by: Authority,
  given: { readonly id: string; readonly itemId: string; readonly title: string; readonly file: BroughtFile },
  context: PapersContext & { readonly itemIds: ReadonlySet<string> },
): PapersChange {
  assertMay(by, context);
  const { id, itemId, file } = given;
  if (!context.itemIds.has(itemId)) throw CongressErrors.notFound('item');
  const title = tidyLine(given.title);
  if (title === '' || [...title].length > PAPER_LIMITS.titleLength)
    throw new MalformedError([{ field: 'title', reason: title === '' ? 'required' : 'too-long' }]);
  if (papers.papers.length >= PAPER_LIMITS.papers) throw CongressErrors.tooManyPapers(PAPER_LIMITS.papers);
  assertRoom(papers, file);
  const paper: Paper = { id, itemId, title, versions: [versionOf(file, 1, by, context)], withdrawnFor: null };
  return changed(papers, { papers: [...papers.papers, paper] }, { type: 'PaperBrought' });
}

/**
 * Brings in another version; those before stay as they were. @throws `congress.not-found`, `congress.paper-state`,
 * `congress.paper-known` where the bytes are those of the newest, `congress.too-many-papers`
 */
export function bringVersion(papers: SessionPapers, by: Authority, id: string, file: BroughtFile, context: PapersContext): PapersChange {
  const paper = paperOf(papers, id);
  assertAllowed(PAPER_POLICIES['bring-version'], { state: paperState(paper) }, by, context);
  if (paper.versions.at(-1)?.sha256 === file.sha256) throw CongressErrors.paperKnown(paper.title);
  if (paper.versions.length >= PAPER_LIMITS.versions) throw CongressErrors.tooManyPapers(PAPER_LIMITS.versions);
  assertRoom(papers, file);
  const versions = [...paper.versions, versionOf(file, paper.versions.length + 1, by, context)];
  return changed(papers, { papers: replaced(papers, { ...paper, versions }) }, { type: 'PaperBrought' });
}

/** Sends papers out to the delegates: the newest version of each. All of them or none. @throws as {@link bringVersion} */
export function sendPapers(papers: SessionPapers, by: Authority, ids: readonly string[], context: PapersContext): PapersChange {
  const sent = [...new Set(ids)].map((id) => {
    const paper = paperOf(papers, id);
    assertAllowed(PAPER_POLICIES.send, { state: paperState(paper) }, by, context);
    const newest = paper.versions.length;
    return { ...paper, versions: paper.versions.map((one) => (one.nth === newest ? { ...one, sentAt: context.at } : one)) };
  });
  if (sent.length === 0) throw new MalformedError([{ field: 'paperIds', reason: 'required' }]);
  const after = papers.papers.map((paper) => sent.find(({ id }) => id === paper.id) ?? paper);
  return changed(papers, { papers: after }, { type: 'PapersSent', papers: sent });
}

/** Takes a paper off; that it was there, and why it is not any more, stays. @throws MalformedError, as {@link bringVersion} */
export function withdrawPaper(papers: SessionPapers, by: Authority, id: string, reason: string, context: PapersContext): PapersChange {
  const paper = paperOf(papers, id);
  assertAllowed(PAPER_POLICIES.withdraw, { state: paperState(paper) }, by, context);
  const withdrawnFor = reasonOf('reason', reason);
  return changed(papers, { papers: replaced(papers, { ...paper, withdrawnFor }) }, { type: 'PaperWithdrawn' });
}

/**
 * The day from which papers are counted back: on which the session was opened; before that, on which it is planned to, or today where that
 * day has passed.
 */
export function openingDay(
  { opensAt, openedAt }: { readonly opensAt: Date; readonly openedAt: Date | null },
  at: Date,
  zone: string,
): CivilDate {
  if (openedAt) return dayOf(openedAt, zone);
  return dayOf(opensAt > at ? opensAt : at, zone);
}

/** The last day on which papers are in time, of the day on which the session opens. */
export const lastDayOf = ({ days }: PapersRule, opensOn: CivilDate): CivilDate => plusDays(opensOn, -days);

/**
 * The papers that are late: of items that were agreed or adopted, not withdrawn, and the newest version of which was not sent out on or
 * before the last day. Days are those of the organisation's `zone`.
 */
export function latePapers(
  { rule, papers }: Pick<SessionPapers, 'rule' | 'papers'>,
  agenda: Pick<Agenda, 'state' | 'items' | 'adoptions'>,
  { opensOn, zone }: { readonly opensOn: CivilDate; readonly zone: string },
): readonly Paper[] {
  const items = agenda.state === 'COLLECTING' ? (standingAdoption(agenda)?.items ?? []) : agenda.items;
  const ids = new Set(items.map(({ id }) => id));
  const last = lastDayOf(rule, opensOn);
  return papers.filter(({ itemId, withdrawnFor, versions }) => {
    const sentAt = versions.at(-1)?.sentAt ?? null;
    return withdrawnFor === null && ids.has(itemId) && (sentAt === null || dayOf(sentAt, zone) > last);
  });
}

/** The versions that somebody sees: whoever was not asked to prepare them sees what was sent out. */
export const versionsShownTo = ({ versions, withdrawnFor }: Paper, { runsSession }: Authority): readonly PaperVersion[] =>
  runsSession ? versions : withdrawnFor === null ? versions.filter(({ sentAt }) => sentAt !== null) : [];

/** A reason as it is kept. @throws MalformedError where it is none */
export function reasonOf(field: string, given: string): string {
  const reason = tidyLine(given);
  if (reason === '' || [...reason].length > REASON_LENGTH_MAX)
    throw new MalformedError([{ field, reason: reason === '' ? 'required' : 'too-long' }]);
  return reason;
}

function assertMay(by: Authority, context: PapersContext): void {
  const refused = papersRefusal(by, context);
  if (refused) throw refused;
}

function assertRoom({ papers }: SessionPapers, file: BroughtFile): void {
  const kept = papers.flatMap(({ versions }) => versions).reduce((sum, { bytes }) => sum + bytes, 0);
  if (kept + file.bytes > PAPER_LIMITS.sessionBytes) throw CongressErrors.papersFull(PAPER_LIMITS.sessionBytes / 1_048_576);
}

function paperOf({ papers }: SessionPapers, id: string): Paper {
  const paper = papers.find((one) => one.id === id);
  if (!paper) throw CongressErrors.notFound('paper');
  return paper;
}

const replaced = ({ papers }: SessionPapers, paper: Paper): readonly Paper[] => papers.map((one) => (one.id === paper.id ? paper : one));

const versionOf = (file: BroughtFile, nth: number, { memberId }: Authority, { at }: PapersContext): PaperVersion => ({
  ...file,
  nth,
  by: memberId,
  at,
  sentAt: null,
});

const changed = (papers: SessionPapers, changes: Partial<SessionPapers>, event: PapersEvent): PapersChange => ({
  after: { ...papers, ...changes, version: papers.version + 1 },
  events: [event],
});
