import type { Office } from '@plenum/contracts';

type Scope = 'needs' | 'may' | 'never';

/** What a form asks for an office: for which session or unit it is held, and whether it has a chair. The service decides. */
export interface OfficeScope {
  readonly session: Scope;
  readonly unit: Scope;
  readonly hasChief: boolean;
}

/** In the order of a congress: who leads it, who prepares it, who handles proposals, who counts. */
export const OFFICE_SCOPES: Readonly<Record<Office, OfficeScope>> = {
  PRESIDIUM: { session: 'may', unit: 'never', hasChief: true },
  SECRETARIAT: { session: 'may', unit: 'never', hasChief: true },
  PROPOSALS_COMMITTEE: { session: 'may', unit: 'never', hasChief: true },
  UNIT_HANDLER: { session: 'never', unit: 'needs', hasChief: false },
  UNIT_HEAD: { session: 'never', unit: 'needs', hasChief: false },
  LEADER_IN_CHARGE: { session: 'never', unit: 'may', hasChief: false },
  SCRUTINEER: { session: 'needs', unit: 'never', hasChief: true },
  TELLER: { session: 'needs', unit: 'never', hasChief: true },
  OBSERVER: { session: 'needs', unit: 'never', hasChief: false },
};

export const OFFICE_ORDER = Object.keys(OFFICE_SCOPES) as Office[];
