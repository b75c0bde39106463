import type { Authority } from '../proposal/authority.js';
import {
  ASSISTANT,
  ATTENDEE,
  COMMITTEE,
  HANDLER,
  HEAD,
  LEAD,
  LEADER,
  LOGISTICS,
  PRESIDIUM,
  SECONDERS,
  STRANGER,
  aDelegate,
  someone,
} from './people.js';
import { ROLE_NAMES, type Role } from './state-tables.js';

/** Somebody in each role that the state tables know. */
export const ROLES: Readonly<Record<Role, Authority>> = {
  LEAD,
  SIGNER: SECONDERS[0]!,
  DELEGATE: aDelegate('volunteer'),
  HEAD,
  ATTENDEE,
  COMMITTEE,
  PRESIDIUM,
  HANDLER,
  UNIT_HEAD: someone('unit-head', { handles: [LOGISTICS], headsUnits: [LOGISTICS] }),
  ASSISTANT,
  LEADER,
  LEADER_OF_LEAD_UNIT: { ...LEADER, inCharge: [LOGISTICS] },
  FORMER_HANDLER: { ...STRANGER, handled: [LOGISTICS] },
  STRANGER,
};

/** Every state with every action and every role. */
export function cellsOf<S extends string, A extends string>(
  states: readonly S[],
  actions: readonly A[],
): readonly (readonly [state: S, action: A, role: Role])[];
export function cellsOf<S extends string, A extends string, R extends string>(
  states: readonly S[],
  actions: readonly A[],
  roles: readonly R[],
): readonly (readonly [state: S, action: A, role: R])[];
export function cellsOf(
  states: readonly string[],
  actions: readonly string[],
  roles: readonly string[] = ROLE_NAMES,
): readonly (readonly [state: string, action: string, role: string])[] {
  return states.flatMap((state) => actions.flatMap((action) => roles.map((role) => [state, action, role] as const)));
}

/** As the name of each table prints it. */
export const sizeOf = (states: readonly string[], actions: readonly string[], roles: readonly string[] = ROLE_NAMES): string =>
  `${states.length} states x ${actions.length} actions x ${roles.length} roles = ${states.length * actions.length * roles.length} cells`;
