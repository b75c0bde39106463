import type { Change } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import type { Office } from '../congress.vocabulary.js';

type Scope = 'needs' | 'may' | 'never';

/** What an office is held for, and whether it has a chief (主席, 主任, 秘书长, 总监票人, 总计票人). */
interface OfficeRule {
  readonly session: Scope;
  readonly unit: Scope;
  readonly chief: boolean;
}

/**
 * Standing bodies (常设主席团, 提案工作委员会) hold their office for the organisation, others for one session.
 * Those who count are named for a session and unnamed with it; whether they may count a given ballot is the ballot's question.
 */
export const OFFICE_RULES: Readonly<Record<Office, OfficeRule>> = {
  PRESIDIUM: { session: 'may', unit: 'never', chief: true },
  SECRETARIAT: { session: 'may', unit: 'never', chief: true },
  PROPOSALS_COMMITTEE: { session: 'may', unit: 'never', chief: true },
  UNIT_HANDLER: { session: 'never', unit: 'needs', chief: false },
  UNIT_HEAD: { session: 'never', unit: 'needs', chief: false },
  LEADER_IN_CHARGE: { session: 'never', unit: 'may', chief: false },
  SCRUTINEER: { session: 'needs', unit: 'never', chief: true },
  TELLER: { session: 'needs', unit: 'never', chief: true },
  OBSERVER: { session: 'needs', unit: 'never', chief: false },
};

/** An office that a member holds, from its assignment to its relief: for the whole organisation, for one session or for one unit. */
export interface OfficeHolding {
  readonly id: string;
  readonly organisationId: string;
  readonly memberId: string;
  readonly office: Office;
  readonly sessionId: string | null;
  readonly unitId: string | null;
  readonly chief: boolean;
  readonly relievedAt: Date | null;
  readonly version: number;
}

/** What may be said of an office that is assigned. */
export type NewOfficeHolding = Omit<OfficeHolding, 'relievedAt' | 'version'>;

export type OfficeEvent = { readonly type: 'OfficeAssigned' | 'OfficeRelieved'; readonly office: OfficeHolding };
export type OfficeChange = Change<OfficeHolding, OfficeEvent>;

/**
 * @throws `congress.office-scope` when the office needs, or cannot have, the session, unit or chief.
 * @throws `congress.office-held` or `congress.chief-held` when the others who hold it leave no room.
 */
export function assignOffice(given: NewOfficeHolding, others: readonly Pick<OfficeHolding, 'memberId' | 'chief'>[]): OfficeChange {
  assertScope(given);
  if (others.some(({ memberId }) => memberId === given.memberId)) throw CongressErrors.officeHeld(given.office);
  if (given.chief && others.some(({ chief }) => chief)) throw CongressErrors.chiefHeld(given.office);
  const office = { ...given, relievedAt: null, version: 1 };
  return { state: office, events: [{ type: 'OfficeAssigned', office }] };
}

/**
 * Ends the office. `othersLeft` is how many others hold the same office for the same scope.
 * @throws `congress.office-relieved` the second time.
 * @throws `congress.last-secretariat` when nobody would be left who can assign offices.
 */
export function relieveOffice(holding: OfficeHolding, at: Date, othersLeft: number): OfficeChange {
  if (holding.relievedAt) throw CongressErrors.officeRelieved();
  if (runsTheOrganisation(holding) && othersLeft === 0) throw CongressErrors.lastSecretariat();
  const office = { ...holding, relievedAt: at, version: holding.version + 1 };
  return { state: office, events: [{ type: 'OfficeRelieved', office }] };
}

const runsTheOrganisation = ({ office, sessionId }: OfficeHolding): boolean => office === 'SECRETARIAT' && sessionId === null;

function assertScope({ office, sessionId, unitId, chief }: Pick<OfficeHolding, 'office' | 'sessionId' | 'unitId' | 'chief'>): void {
  const rule = OFFICE_RULES[office];
  const faults = [
    rule.session === 'needs' && sessionId === null && 'needs-session',
    rule.session === 'never' && sessionId !== null && 'has-no-session',
    rule.unit === 'needs' && unitId === null && 'needs-unit',
    rule.unit === 'never' && unitId !== null && 'has-no-unit',
    !rule.chief && chief && 'has-no-chief',
  ];
  const fault = faults.find((reason) => typeof reason === 'string');
  if (fault) throw CongressErrors.officeScope(office, fault);
}
