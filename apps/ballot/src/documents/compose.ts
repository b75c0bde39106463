import { type Ballot, electedIn, procedureOf } from '@plenum/ballot-domain';
import type { DocumentWords } from './messages/wording.js';
import { ENGLISH } from './messages/en.js';
import { CHINESE, CHINESE_NUMERALS } from './messages/zh-cn.js';
import type { Bilingual, Cell, Closing, OfficialPaper, Paragraph, Table } from './official-paper.js';
import { figuresTable, heading, outcomeLines, paperLines, paragraph, ruleLines, votesTables } from './sections.js';
import { both, clockTime, labelsOf, listed } from './wording.js';

/** What a document says besides what the ballot keeps. */
export interface DocumentContext {
  readonly organisation: string;
  /** 届 and 次 of the session; null while these are not known. */
  readonly session: { readonly termNo: number; readonly sessionNo: number } | null;
  /** Names of the officers by member. */
  readonly names: ReadonlyMap<string, string>;
  /** Accounts whose password was set by way of a code between the announcement of the session and the opening. */
  readonly resets?: readonly NamedAccountReset[];
  /** Whom another hand signed in to the session. */
  readonly byDesk?: NamedDeskSignIns;
}

/** A reset, with its people by name. */
export interface NamedAccountReset {
  readonly member: string;
  /** Null where the code went to the member's own address. */
  readonly madeBy: string | null;
  /** Tells makers of one name apart; null with them. */
  readonly makerId: string | null;
  readonly isFirst: boolean;
  /** A first password that was set when whoever came was late already. */
  readonly late: boolean;
  readonly confirmedBy: string | null;
}

/** Who was signed in late by another hand, by name, and how many were signed in so in all. */
export interface NamedDeskSignIns {
  readonly late: readonly { readonly member: string; readonly madeBy: string }[];
  readonly members: number;
}

/** Which document is asked for. */
export const DOCUMENTS = ['tally-sheet', 'result-notice'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

/** The document of a signed ballot. */
export function compose(kind: DocumentKind, ballot: Ballot, issued: DocumentContext): OfficialPaper {
  const session = issued.session ? sessionWords(issued.session) : { zh: '', en: '' };
  const common = {
    issuer: { zh: `${issued.organisation}${session.zh}`, en: session.en },
    foot: { label: both(({ digest }) => digest), digest: ballot.tally?.digest ?? '', pages: { zh: CHINESE.pages, en: ENGLISH.pages } },
    at: signedAt(ballot),
  };
  return kind === 'tally-sheet'
    ? { ...common, title: both(({ tallySheet }) => tallySheet), blocks: tallySheet(ballot, issued) }
    : { ...common, title: both(({ resultNotice }) => resultNotice), blocks: resultNotice(ballot, issued, session) };
}

/** 第七届教职工代表大会第二次会议: terms and sessions are counted in Chinese numerals. */
function sessionWords({ termNo, sessionNo }: { readonly termNo: number; readonly sessionNo: number }): Bilingual {
  const counted = (no: number) => ({ zh: chineseNumeral(no), en: String(no) });
  return both((words) => words.session, { term: counted(termNo), session: counted(sessionNo) });
}

/** A number below a hundred as it is spoken; a larger one in figures. */
export function chineseNumeral(no: number): string {
  if (no >= 100) return String(no);
  const { digits, ten } = CHINESE_NUMERALS;
  const [tens, ones] = [Math.floor(no / 10), no % 10];
  if (tens === 0) return digits[ones] ?? String(no);
  return `${tens > 1 ? digits[tens] : ''}${ten}${ones > 0 ? digits[ones] : ''}`;
}

/** When the last of the chiefs signed: what the document may be dated by without changing when it is made again. */
const signedAt = ({ signatures }: Ballot): Date =>
  new Date(Math.max(...signatures.filter(({ chief }) => chief).map(({ at }) => at.getTime())));

/** 计票结果报告单: rules, figures, the votes of everyone, the outcome and why, and the places to sign. */
function tallySheet(ballot: Ballot, issued: DocumentContext): OfficialPaper['blocks'] {
  const { tally } = ballot;
  return [
    factsTable(ballot, ['opened', 'closed']),
    heading(({ headings }) => headings.rules),
    ...(tally ? ruleLines(ballot, tally.outcome) : []),
    heading(({ headings }) => headings.figures),
    figuresTable(ballot),
    ...correctionLines(ballot),
    ...paperLines(tally?.papers ?? null),
    ...resetLines(issued.resets ?? []),
    ...(issued.byDesk ? deskLines(issued.byDesk) : []),
    heading(({ headings }) => headings.votes),
    ...votesTables(ballot),
    heading(({ headings }) => headings.outcome),
    ...outcomeLines(ballot),
    heading(({ headings }) => headings.signatures),
    signaturesTable(ballot, issued),
    closing(issued),
  ];
}

/** Whoever gives codes could vote for the absent: who got one, and from whom, stands beside the figures. */
function resetLines(resets: readonly NamedAccountReset[]): Paragraph[] {
  const [first, again] = [resets.filter(({ isFirst }) => isFirst), resets.filter(({ isFirst }) => !isFirst)];
  const late = first.filter((each) => each.late);
  return [
    ...(again.length > 0 ? [paragraph(both(({ reset }) => reset.again, { list: resetsByName(again) }))] : []),
    ...(first.length > 0 ? [paragraph(both(({ reset }) => reset.first, { count: first.length, makers: makersOf(first) }))] : []),
    ...(late.length > 0 ? [paragraph(both(({ reset }) => reset.late, { list: resetsByName(late) }))] : []),
  ];
}

const makerOf = ({ madeBy }: NamedAccountReset): Bilingual | string => madeBy ?? both(({ reset }) => reset.byMail);

const resetsByName = (resets: readonly NamedAccountReset[]): Bilingual =>
  listed(
    resets.map((each) =>
      both(({ reset }) => reset.one, {
        member: each.member,
        madeBy: makerOf(each),
        confirmedBy: each.confirmedBy ?? both(({ reset }) => reset.nobody),
      }),
    ),
  );

/** Who gave the codes of how many of them. */
function makersOf(resets: readonly NamedAccountReset[]): Bilingual {
  const byMaker = [...new Set(resets.map(({ makerId }) => makerId))].map((maker) => resets.filter(({ makerId }) => makerId === maker));
  return listed(
    byMaker.map((theirs) => both(({ reset }) => reset.maker, { madeBy: makerOf(theirs[0] as NamedAccountReset), count: theirs.length })),
  );
}

/**
 * Whoever keeps the sign-in desk could make the absent present: whom another hand signed in after the beginning, and whose, stands here
 * too.
 */
function deskLines({ late, members }: NamedDeskSignIns): Paragraph[] {
  const said = late.map((each) => both(({ byDesk }) => byDesk.one, each));
  return [
    ...(members > 0 ? [paragraph(both(({ byDesk }) => byDesk.count, { count: members }))] : []),
    ...(said.length > 0 ? [paragraph(both(({ byDesk }) => byDesk.late, { list: listed(said) }))] : []),
  ];
}

/** 结果公告: what was voted on, with which figures, who is elected, and how long objections are taken. */
function resultNotice(ballot: Ballot, issued: DocumentContext, session: Bilingual): OfficialPaper['blocks'] {
  const { title, kind, channel, tally } = ballot;
  const about = {
    organisation: issued.organisation,
    session,
    title,
    kind: both(({ kinds }) => kinds[kind]),
    channel: both(({ channels }) => channels[channel]),
  };
  const { annulment } = ballot;
  return [
    ...(annulment ? [paragraph(both(({ annulled }) => annulled, { reason: annulment.reason }))] : []),
    paragraph(both(({ notice }) => notice, about)),
    paragraph(attendance(ballot)),
    ...correctionLines(ballot),
    heading(({ headings }) => headings.votes),
    ...votesTables(ballot, 'as-drawn'),
    heading(({ headings }) => headings.outcome),
    ...outcomeLines(ballot, 'as-drawn'),
    ...electedLines(ballot),
    ...decisionLines(ballot),
    ...approvalLines(ballot),
    ...objectionLines(ballot),
    ...(tally
      ? [
          paragraph(
            both(({ signedBy }) => signedBy, {
              scrutineer: chiefOf(ballot, issued, 'SCRUTINEER'),
              teller: chiefOf(ballot, issued, 'TELLER'),
            }),
          ),
        ]
      : []),
    factsTable(ballot, ['opened', 'closed', 'declared', 'published']),
    closing(issued),
  ];
}

/** What it is about. The tally sheet says nothing that comes after its signatures: it stays as it was signed. */
function factsTable(ballot: Ballot, told: readonly ('opened' | 'closed' | 'declared' | 'published')[]): Table {
  const { title, kind, channel, round, openedAt, closedAt, declaredAt, publishedAt } = ballot;
  const times = (
    [
      ['opened', openedAt],
      ['closed', closedAt],
      ['declared', declaredAt],
      ['published', publishedAt],
    ] as const
  ).filter(([name, at]) => at !== null && told.includes(name));
  const rows: Cell[][] = [
    [both(({ facts }) => facts.kind), both(({ kinds }) => kinds[kind])],
    [both(({ facts }) => facts.channel), both(({ channels }) => channels[channel])],
    ...(kind === 'election' ? [[both(({ facts }) => facts.round), both(({ rounds }) => rounds[round])]] : []),
    ...times.map(([name, at]) => [both(({ facts }) => facts[name]), at ? clockTime(at) : '']),
  ];
  return { kind: 'table', widths: [26, 74], head: [both(({ facts }) => facts.matter), { zh: title, en: '' }], rows };
}

function attendance({ roll, present, issued, reconciliation, tally }: Ballot): Bilingual {
  const counts = tally?.countingCase?.counts;
  const returned = counts?.returned ?? reconciliation?.returned ?? 0;
  const valid = counts ? { valid: counts.returned - counts.invalid, invalid: counts.invalid } : {};
  return both((words) => (counts ? words.attended : words.attendedOnly), { roll, present, issued, returned, ...valid });
}

/** Figures of the box that both chiefs put right, with the reason. */
const correctionLines = ({ reconciliation }: Ballot): Paragraph[] =>
  (reconciliation?.corrections ?? [])
    .filter(({ confirmedBy }) => confirmedBy !== null)
    .map(({ before, found, reason }) =>
      paragraph(both(({ corrected }) => corrected, { before: before.returned, found: found.returned, reason })),
    );

function electedLines(ballot: Ballot): (ReturnType<typeof heading> | Paragraph)[] {
  if (ballot.kind !== 'election' || !ballot.tally?.countingCase) return [];
  const elected = electedIn(ballot).map(({ id, byLot }) =>
    byLot ? both((words) => words.byLot, { name: labelsOf(ballot)(id) }) : labelsOf(ballot)(id),
  );
  return [heading(({ headings }) => headings.elected), paragraph(elected.length > 0 ? listed(elected) : both(({ nobody }) => nobody))];
}

function decisionLines(ballot: Ballot): (ReturnType<typeof heading> | Paragraph)[] {
  if (ballot.decisions.length === 0) return [];
  const said = ballot.decisions.map(({ what, seats, text }) => {
    const words = both(({ decision }) => decision[what], { seats });
    return paragraph({ zh: text ? `${words.zh}：${text}` : words.zh, en: words.en });
  });
  return [heading(({ headings }) => headings.decisions), ...said];
}

function approvalLines({ approval }: Ballot): Paragraph[] {
  const answer = approval?.answer;
  if (!answer) return [];
  const { approved: isApproved, reference, documentOn: date, reason } = answer;
  return [paragraph(both(({ approved, rejected }) => (isApproved ? approved : rejected), { reference, date, reason: reason ?? '' }))];
}

function objectionLines(ballot: Ballot): Paragraph[] {
  const rule = procedureOf(ballot).publication;
  if (!rule) return [];
  const until = ballot.posting?.untilOn ?? ('date' in rule ? rule.date : null);
  const period = until
    ? both(({ period: words }) => words.date, { date: until })
    : both((words: DocumentWords) => words.period[rule.kind], 'n' in rule ? { n: rule.n } : {});
  return [paragraph(both(({ objections }) => objections, { period }))];
}

function signaturesTable({ officers, signatures }: Ballot, { names }: DocumentContext): Table {
  // The chiefs first, beside each other: their signatures make the sheet.
  const rows = [...officers]
    .sort((one, other) => Number(other.chief) - Number(one.chief))
    .map(({ memberId, role, chief }): Cell[] => {
      const signature = signatures.find((each) => each.memberId === memberId);
      return [
        both(({ roles }) => roles[chief ? (`chief.${role}` as const) : role]),
        names.get(memberId) ?? both(({ unknown }) => unknown),
        signature ? clockTime(signature.at) : both(({ notSigned }) => notSigned),
        '',
      ];
    });
  return {
    kind: 'table',
    widths: [24, 22, 30, 24],
    head: (['role', 'name', 'signedAt', 'hand'] as const).map((name) => both(({ columns }) => columns[name])),
    rows,
    isForSigning: true,
  };
}

/** Where it is signed by hand, on which day, and the place of the seal. */
const closing = ({ organisation }: DocumentContext): Closing => ({
  kind: 'closing',
  lines: [both(({ place }) => place), both(({ date }) => date), both(({ seal }) => seal, { organisation })],
});

const chiefOf = ({ officers }: Ballot, { names }: DocumentContext, role: 'SCRUTINEER' | 'TELLER'): Cell =>
  names.get(officers.find((officer) => officer.chief && officer.role === role)?.memberId ?? '') ?? both(({ unknown }) => unknown);
