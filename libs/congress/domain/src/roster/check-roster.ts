import { staffNoKey } from '../accounts/sign-in-subject.js';
import type { DelegateKind, MemberStanding } from '../congress.vocabulary.js';
import { foldField } from '../members/field-folding.js';
import { hasVote } from '../members/member.js';
import { mailFault, mobileFault, nameFault, staffNoFault, tidyMobile } from '../members/member-fields.js';
import { cleanLine, type FoldedCell, type RosterFault, type RosterFaultReason } from './roster-cells.js';
import { ROSTER_COLUMNS, type RosterColumn } from './roster-columns.js';
import type { RosterLine } from './roster-table.js';
import { DELEGATE_KIND_VOCABULARY, MEMBER_STANDING_VOCABULARY } from './roster-wording.js';

/** What the organisation has already, as the check needs it. */
export interface RosterContext {
  /** By {@link staffNoKey}. */
  readonly members: ReadonlyMap<string, KnownMember>;
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  /** The delegations of the session that the roster seats; null when it seats nobody. */
  readonly delegations: readonly { readonly id: string; readonly name: string }[] | null;
}

/** A member who is there already, with the seat in the roster's session. */
export interface KnownMember {
  readonly memberId: string;
  readonly name: string;
  readonly mail: string | null;
  readonly mobile: string | null;
  readonly unitId: string | null;
  readonly active: boolean;
  readonly standing: MemberStanding;
  readonly seat: RosterSeat | null;
}

export interface RosterSeat {
  readonly delegationId: string | null;
  readonly kind: DelegateKind;
}

/** What a row asks for, once it is found fit. `memberId` is null for who is not there yet. */
export interface RosterEntry {
  readonly memberId: string | null;
  readonly staffNo: string;
  readonly name: string;
  readonly mail: string | null;
  readonly mobile: string | null;
  readonly unitId: string | null;
  readonly standing: MemberStanding;
  readonly seat: RosterSeat | null;
}

export type RosterRowState = 'new' | 'changed' | 'unchanged' | 'refused';

/** A row as the preview shows it: its cells, and either what it asks for or all that is wrong with it. */
export interface RosterRow {
  readonly row: number;
  readonly state: RosterRowState;
  readonly faults: readonly RosterFault[];
  /** For a changed row: the columns in which it differs from what is known. */
  readonly changed: readonly RosterColumn[];
  readonly values: RosterLine['values'];
  /** The cells that were read as something else than they say; absent where there is none. */
  readonly folded?: readonly FoldedCell[];
  readonly entry: RosterEntry | null;
}

/**
 * Checks every row against the organisation and the other rows. A blank cell leaves what is known as it is: it never clears.
 * A staff number that stands twice refuses both rows: nothing says which one is meant.
 */
export function checkRoster(lines: readonly RosterLine[], context: RosterContext): readonly RosterRow[] {
  const cleanLines = lines.map(cleanLine);
  const times = new Map<string, number>();
  for (const { values } of cleanLines)
    if (values.staffNo) times.set(staffNoKey(values.staffNo), (times.get(staffNoKey(values.staffNo)) ?? 0) + 1);
  const lookups = {
    ...context,
    unitByWord: unitsByWord(context),
    delegationByName: idsByWord((context.delegations ?? []).map(({ id, name }) => [name, id])),
  };
  return cleanLines.map((line) => {
    const { row, values } = line;
    const folded = line.folded.length > 0 ? { folded: line.folded } : {};
    const faults = [...line.faults, ...faultsOf(values, lookups, times)];
    const first = ROSTER_COLUMNS.flatMap((column) => faults.filter((fault) => fault.column === column).slice(0, 1));
    if (first.length > 0) return { row, state: 'refused', faults: first, changed: [], values, ...folded, entry: null };
    const known = context.members.get(staffNoKey(values.staffNo ?? ''));
    const entry = entryOf(values, known, lookups);
    const changed = known ? changedColumns(entry, known) : [];
    return { row, state: known ? (changed.length > 0 ? 'changed' : 'unchanged') : 'new', faults: [], changed, values, ...folded, entry };
  });
}

/** How many rows there are of each state. */
export function summaryOf(rows: readonly Pick<RosterRow, 'state'>[]): Readonly<Record<RosterRowState, number>> {
  const count = (state: RosterRowState): number => rows.filter((row) => row.state === state).length;
  return { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') };
}

/** The rows that a second check answers differently: something changed in between. */
export function differingRows(before: readonly RosterRow[], after: readonly RosterRow[]): readonly number[] {
  const outcome = ({ state, entry, faults }: RosterRow) =>
    JSON.stringify([state, faults.map(({ column, reason }) => [column, reason]), entry && entryParts(entry)]);
  const earlier = new Map(before.map((row) => [row.row, outcome(row)]));
  return after.filter((row) => earlier.get(row.row) !== outcome(row)).map(({ row }) => row);
}

interface Lookups extends RosterContext {
  readonly unitByWord: ReadonlyMap<string, string>;
  readonly delegationByName: ReadonlyMap<string, string>;
}

const unitsByWord = ({ units }: RosterContext): ReadonlyMap<string, string> =>
  idsByWord([...units.map(({ id, code }) => [code, id] as const), ...units.map(({ id, name }) => [name, id] as const)]);

/** By each word, and by the word as it would be read from a cell, unless another has that one. */
const idsByWord = (words: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map([...words.map(([word, id]) => [foldField(word).text, id] as const), ...words]);

function faultsOf(values: RosterLine['values'], lookups: Lookups, times: ReadonlyMap<string, number>): RosterFault[] {
  const { staffNo = '', name = '', unit = '', email = '', mobile = '', standing = '', delegation = '', kind = '' } = values;
  const known = lookups.members.get(staffNoKey(staffNo));
  const found: readonly (readonly [RosterColumn, RosterFaultReason | null | false])[] = [
    ['staffNo', staffNoFault(staffNo)],
    ['staffNo', (times.get(staffNoKey(staffNo)) ?? 0) > 1 && 'duplicate'],
    ['staffNo', known !== undefined && !known.active && 'has-left'],
    ['name', nameFault(name)],
    ['unit', unit !== '' && !lookups.unitByWord.has(unit) && 'unknown'],
    ['email', email !== '' && mailFault(email)],
    ['mobile', mobile !== '' && mobileFault(tidyMobile(mobile))],
    ['standing', standing !== '' && standingOf(standing) === null && 'unknown'],
    [
      'delegation',
      delegation !== '' && (lookups.delegations === null ? 'no-session' : !lookups.delegationByName.has(delegation) && 'unknown'),
    ],
    ['kind', kind !== '' && (lookups.delegations === null ? 'no-session' : kindOf(kind) === null && 'unknown')],
    // R21: who only keeps the membership, or whose rights are suspended, is no full delegate.
    ['kind', kindOf(kind) === 'DELEGATE' && !votes(standingOf(standing) ?? known?.standing ?? 'FULL') && 'no-vote'],
  ];
  return found.flatMap(([column, reason]) => (reason ? [{ column, reason }] : []));
}

const kindOf = (word: string): DelegateKind | null => DELEGATE_KIND_VOCABULARY.get(word.toLowerCase()) ?? null;
const standingOf = (word: string): MemberStanding | null => MEMBER_STANDING_VOCABULARY.get(word.toLowerCase()) ?? null;
const votes = (standing: MemberStanding): boolean => hasVote({ active: true, standing });

function entryOf(values: RosterLine['values'], known: KnownMember | undefined, lookups: Lookups): RosterEntry {
  const { staffNo = '', name = '', unit = '', email = '', mobile = '', standing: word = '' } = values;
  const unitId = lookups.unitByWord.get(unit) ?? known?.unitId ?? null;
  const standing = standingOf(word) ?? known?.standing ?? 'FULL';
  return {
    memberId: known?.memberId ?? null,
    staffNo,
    name,
    mail: email === '' ? (known?.mail ?? null) : email,
    mobile: mobile === '' ? (known?.mobile ?? null) : tidyMobile(mobile),
    unitId,
    standing,
    seat: seatOf(values, known, lookups, standing),
  };
}

/** The seat that a row asks for, or leaves. Who has no vote attends where nothing else is said, also who was a full delegate until now. */
function seatOf(
  { delegation = '', kind = '' }: RosterLine['values'],
  known: KnownMember | undefined,
  lookups: Lookups,
  standing: MemberStanding,
): RosterSeat | null {
  const seat = known?.seat ?? null;
  if (delegation === '' && kind === '' && seat === null) return null;
  const asked = kindOf(kind) ?? seat?.kind ?? 'DELEGATE';
  return {
    delegationId: lookups.delegationByName.get(delegation) ?? seat?.delegationId ?? null,
    kind: asked === 'DELEGATE' && !votes(standing) ? 'ATTENDEE' : asked,
  };
}

function changedColumns(entry: RosterEntry, known: KnownMember): readonly RosterColumn[] {
  const pairs: readonly (readonly [RosterColumn, string | null | undefined, string | null | undefined])[] = [
    ['name', entry.name, known.name],
    ['unit', entry.unitId, known.unitId],
    ['email', entry.mail, known.mail],
    ['mobile', entry.mobile, known.mobile],
    ['standing', entry.standing, known.standing],
    ['delegation', entry.seat?.delegationId, known.seat?.delegationId],
    ['kind', entry.seat?.kind, known.seat?.kind],
  ];
  return pairs.filter(([, asked, now]) => asked !== now).map(([column]) => column);
}

/** An entry as parts to compare: JSON columns do not keep the order of an object's fields. */
const entryParts = ({ memberId, staffNo, name, mail, mobile, unitId, standing, seat }: RosterEntry): readonly (string | null)[] => [
  memberId,
  staffNo,
  name,
  mail,
  mobile,
  unitId,
  standing,
  seat?.kind ?? null,
  seat?.delegationId ?? null,
];
