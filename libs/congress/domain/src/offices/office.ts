import type { Office } from '../congress.vocabulary.js';
import { CongressErrors } from '../congress.errors.js';
import { Recorded } from '../recorded.js';

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

/** An office that a member holds: for the whole organisation, for one session or for one unit. */
export interface OfficeState {
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

export type OfficeEvent = { readonly type: 'OfficeAssigned' | 'OfficeRelieved'; readonly office: OfficeState };

/** One assignment of an office, from its assignment to its relief. */
export class OfficeHolding extends Recorded<OfficeEvent> {
  private constructor(private current: OfficeState) {
    super();
  }

  /**
   * @throws `congress.office-scope` when the office needs, or cannot have, the session, unit or chief.
   * @throws `congress.office-held` or `congress.chief-held` when the others who hold it leave no room.
   */
  static assign(
    given: Omit<OfficeState, 'relievedAt' | 'version'>,
    others: readonly Pick<OfficeState, 'memberId' | 'chief'>[],
  ): OfficeHolding {
    assertScope(given);
    if (others.some(({ memberId }) => memberId === given.memberId)) throw CongressErrors.officeHeld(given.office);
    if (given.chief && others.some(({ chief }) => chief)) throw CongressErrors.chiefHeld(given.office);
    const holding = new OfficeHolding({ ...given, relievedAt: null, version: 1 });
    holding.record({ type: 'OfficeAssigned', office: holding.current });
    return holding;
  }

  /** From what was kept; records nothing. */
  static restore(state: OfficeState): OfficeHolding {
    return new OfficeHolding(state);
  }

  get state(): OfficeState {
    return this.current;
  }

  /**
   * Ends the office. `othersLeft` is how many others hold the same office for the same scope.
   * @throws `congress.office-relieved` the second time.
   * @throws `congress.last-secretariat` when nobody would be left who can assign offices.
   */
  relieve(at: Date, othersLeft: number): void {
    if (this.current.relievedAt) throw CongressErrors.officeRelieved();
    if (this.runsTheOrganisation && othersLeft === 0) throw CongressErrors.lastSecretariat();
    this.current = { ...this.current, relievedAt: at, version: this.current.version + 1 };
    this.record({ type: 'OfficeRelieved', office: this.current });
  }

  private get runsTheOrganisation(): boolean {
    return this.current.office === 'SECRETARIAT' && this.current.sessionId === null;
  }
}

function assertScope({ office, sessionId, unitId, chief }: Pick<OfficeState, 'office' | 'sessionId' | 'unitId' | 'chief'>): void {
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
