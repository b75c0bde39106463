import type { BallotRow, BallotView, Rules, Threshold } from '../../../api/shapes.js';
import { statedIn, thresholdIn } from '../../../shared/ballot/ballot-rules.js';
import type { Preset } from './drafting-requests.js';
import type { NamedChoice } from '../../../shared/forms/SearchSelect.js';
import {
  type BallotInput,
  type Electorate,
  ELECTORATES,
  type Entry,
  linesOf,
  listedOn,
  type Nomination,
  type TiePolicy,
} from './drafting.js';

/** The fields of the form that drafts a ballot, and revises it. */
export interface Fields {
  readonly sessionId: string;
  readonly kind: BallotRow['kind'];
  readonly preset?: Preset['id'];
  readonly channel: BallotRow['channel'];
  readonly electorate?: Electorate;
  readonly title: string;
  readonly lines?: string;
  /** The proposals that a resolution decides, each a matter of its own under its subject. */
  readonly proposals?: readonly NamedChoice[];
  /** The units that a resolution finds excellent or not, each a matter of its own. */
  readonly units?: readonly NamedChoice[];
  readonly foundBy?: 'listed' | 'nominated';
  readonly candidates?: readonly Entry[];
  readonly noticeKind?: Nomination['notice']['kind'];
  readonly noticeN?: number;
  readonly primaryAbove?: number | null;
  readonly order?: Nomination['order'];
  readonly grades?: string;
  readonly seats?: number;
  readonly threshold?: Threshold;
  readonly surplus?: number | null;
  readonly tie?: TiePolicy;
  readonly relativesBarred?: boolean;
  readonly lateAdmitted?: boolean;
  readonly byTheClock?: boolean;
  readonly revote?: boolean;
  readonly threeWay?: boolean;
  readonly sharesNeeded?: number | null;
}

const USUAL = { notice: { kind: 'working-days', n: 5 }, primaryAbove: null, order: 'strokes' } as const satisfies Nomination; // Widely done (R33, R97).

/** What was filled in, without what belongs to another kind of vote. */
export function ballotInputOf(fields: Fields, preset: Preset['id'] | null): BallotInput {
  const { sessionId, kind, channel, title, lines = '', proposals = [], units = [], candidates = [], grades = '', foundBy } = fields;
  const isNominated = kind === 'election' && foundBy === 'nominated';
  const electorate = ELECTORATES[kind].find((each) => each === fields.electorate) ?? 'delegates';
  return {
    sessionId,
    kind,
    channel,
    electorate,
    title,
    preset,
    entries: isNominated
      ? []
      : kind === 'election'
        ? candidates
        : [
            ...(electorate === 'heads' ? [] : linesOf(lines)).map((label) => ({ label, memberId: null })),
            ...(kind === 'resolution' ? proposals.map(({ id, name }) => ({ label: name, memberId: null, proposalId: id })) : []),
            ...(kind === 'resolution' ? units.map(({ id, name }) => ({ label: name, memberId: null, unitId: id })) : []),
          ],
    grades: grades.split(/[\s,，、]+/u).filter((grade) => grade !== ''),
    seats: fields.seats ?? null,
    threshold: fields.threshold ?? null,
    surplus: fields.surplus ?? null,
    ...(fields.tie ? { tie: fields.tie } : {}),
    nomination: isNominated
      ? {
          notice: { kind: fields.noticeKind ?? USUAL.notice.kind, n: fields.noticeN ?? USUAL.notice.n },
          primaryAbove: fields.primaryAbove ?? null,
          order: fields.order ?? USUAL.order,
        }
      : null,
    relativesBarred: fields.relativesBarred ?? false,
    lateAdmitted: fields.lateAdmitted ?? false,
    byTheClock: fields.byTheClock ?? false,
    revote: fields.revote ?? false,
    sharesNeeded: fields.sharesNeeded ?? null,
    threeWay: fields.threeWay ?? false,
  };
}

/** The fields that rules fill: of a preset that is chosen, or of a ballot that is revised. */
export function fieldsOfRules(kind: Fields['kind'], rules: Rules): Partial<Fields> {
  const { elect, pass, tie, revote, procedure = {} } = statedIn(rules);
  const threshold = thresholdIn(kind === 'election' ? elect : pass);
  const { nomination } = procedure;
  const { notice, primaryAbove = null, order } = { ...USUAL, ...nomination };
  return {
    ...(threshold ? { threshold } : {}),
    ...(kind === 'election' && tie ? { tie } : {}),
    foundBy: nomination ? 'nominated' : 'listed',
    noticeKind: notice.kind,
    ...('n' in notice ? { noticeN: notice.n } : {}),
    primaryAbove,
    order,
    relativesBarred: procedure.relatives === 'barred',
    lateAdmitted: procedure.lateArrivals === 'admitted',
    byTheClock: procedure.timing === 'by-the-clock',
    revote: revote === true,
    threeWay: procedure.sealedMarks === 'three-way',
    sharesNeeded: procedure.sharesNeeded ?? null,
  };
}

/** A drafted ballot as the form has it. */
export function fieldsOf(ballot: BallotView, gradesBetween: string): Fields {
  const { sessionId, kind, channel, electorate, title, preset, rules = {}, grades = [] } = ballot;
  const listed = listedOn(ballot);
  const entries = listed.map(({ label, memberId }) => ({ label, memberId: memberId ?? null }));
  const plain = listed.filter(({ proposalId, unitId }) => !proposalId && !unitId);
  const proposals = listed.flatMap(({ label, proposalId }) => (proposalId ? [{ id: proposalId, name: label }] : []));
  const units = listed.flatMap(({ label, unitId }) => (unitId ? [{ id: unitId, name: label }] : []));
  const { seats, surplus } = statedIn(rules);
  return {
    sessionId,
    kind,
    channel,
    ...(electorate ? { electorate } : {}),
    title,
    ...(preset ? { preset } : {}),
    ...fieldsOfRules(kind, rules),
    ...(kind === 'election' ? { candidates: entries } : { lines: plain.map(({ label }) => label).join('\n'), proposals, units }),
    ...(seats === undefined ? {} : { seats }),
    // A share of the seats is the preset's: the form asks for a number, and left empty it stays.
    surplus: surplus && surplus.rate.num === 0 ? surplus.min : null,
    grades: grades.join(gradesBetween),
  };
}
