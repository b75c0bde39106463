import { ProblemError } from '../../api/problem.js';
import type { Amending, Member, Registering, RosterRow } from './roster-requests.js';

/** What the form of a member holds; blanks are blank texts or nothing. */
export interface MemberFields {
  readonly staffNo: string;
  readonly name: string;
  readonly unitId?: string | undefined;
  readonly email?: string | undefined;
  /** Left out while it is not read yet: it stays as it is. */
  readonly mobile?: string | undefined;
  readonly standing: NonNullable<Member['standing']>;
  readonly active: boolean;
}

type Reason = RosterRow['faults'][number]['reason'];

/** A person as registered: what was left blank is left out. */
export function registeringOf({ staffNo, name, unitId, email = '', mobile = '', standing }: MemberFields): Registering {
  return {
    staffNo,
    name,
    standing,
    ...(unitId === undefined ? {} : { unitId }),
    ...(email.trim() === '' ? {} : { email }),
    ...(mobile.trim() === '' ? {} : { mobile }),
  };
}

/** A correction: what was cleared is taken away. The service sees for itself what differs. */
export function amendingOf({ name, unitId, email = '', mobile, standing, active }: MemberFields): Amending {
  return {
    name,
    standing,
    active,
    unitId: unitId ?? null,
    email: email.trim() === '' ? null : email,
    ...(mobile === undefined ? {} : { mobile: mobile.trim() === '' ? null : mobile }),
  };
}

const FIELDS = ['staffNo', 'name', 'email', 'mobile'] as const;
const REASONS: readonly Reason[] = ['required', 'too-long', 'form'];

/** The fields that a service refused and why; none when it refused something else, or more than the form can show. */
export function faultsOf(error: unknown): readonly { readonly name: (typeof FIELDS)[number]; readonly reason: Reason }[] {
  const faults = error instanceof ProblemError ? (error.problem.faults ?? []) : [];
  const shown = faults.flatMap(({ field, reason }) => {
    const name = FIELDS.find((known) => known === field);
    const why = REASONS.find((known) => known === reason);
    return name && why ? [{ name, reason: why }] : [];
  });
  return shown.length === faults.length ? shown : [];
}
