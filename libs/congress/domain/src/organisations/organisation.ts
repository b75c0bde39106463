import { MalformedError } from '@plenum/kernel';
import { assertCurrent } from '../assert-current.js';
import { CongressErrors } from '../congress.errors.js';
import { nameFault, tidyField } from '../members/member-fields.js';

/** An organisation that holds a congress: the school (level 1), or a faculty of it (level 2, 二级教代会). */
export interface Organisation {
  readonly id: string;
  /** How people name it when they sign in. */
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parentId: string | null;
}

/** A department of an organisation (部门), which may handle proposals. */
export interface Unit {
  readonly id: string;
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
}

const CODE = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const UNIT_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;

/**
 * @throws MalformedError on an unfit code or name.
 * @throws `congress.level-mismatch` when level and parent do not fit together: there are two levels.
 */
export function foundOrganisation(given: Organisation, parent: Pick<Organisation, 'id' | 'level'> | null): Organisation {
  const organisation = { ...given, name: tidyField(given.name), parentId: parent?.id ?? null };
  assertFit({ code: CODE.test(organisation.code) ? null : 'form', name: nameFault(organisation.name) });
  const fits = organisation.level === 1 ? parent === null : organisation.level === 2 && parent?.level === 1;
  if (!fits) throw CongressErrors.levelMismatch(organisation.level);
  return organisation;
}

/** @throws MalformedError on an unfit code or name. */
export function setUpUnit(given: Omit<Unit, 'version'>): Unit {
  const unit = { ...given, version: 1, code: tidyField(given.code), name: tidyField(given.name) };
  assertFit({ code: UNIT_CODE.test(unit.code) ? null : 'form', name: nameFault(unit.name) });
  return unit;
}

/**
 * The unit under another name; its code stays, and the same name is no change. `read` is the version that the change was made on.
 * @throws MalformedError on an unfit name, `congress.outdated`
 */
export function renameUnit(unit: Unit, name: string, read?: number): Unit {
  const renamed = setUpUnit({ ...unit, name });
  if (renamed.name === unit.name) return unit;
  assertCurrent(unit, read);
  return { ...renamed, version: unit.version + 1 };
}

const UNIT_CODE_DIGITS = 2;

/** The first codes of units that nobody uses yet, for units of which a list knows only the names. */
export function freeUnitCodes(taken: ReadonlySet<string>, count: number): readonly string[] {
  const free: string[] = [];
  for (let number = 1; free.length < count; number += 1) {
    const code = `U${String(number).padStart(UNIT_CODE_DIGITS, '0')}`;
    if (!taken.has(code)) free.push(code);
  }
  return free;
}

function assertFit(reasons: Readonly<Record<string, string | null>>): void {
  const faults = Object.entries(reasons).flatMap(([field, reason]) => (reason ? [{ field, reason }] : []));
  if (faults.length > 0) throw new MalformedError(faults);
}
