import { codeOf, ProblemError } from '../../api/problem.js';

/**
 * The fields of a form that refusals and faults of the service are about: by code, alone or with the act or setting that the refusal names,
 * or by the field that the service names.
 */
export type RefusalFields = Readonly<Record<string, string>>;

/** The field of a form that a problem is about; null when it is about none of them, or about the whole. */
export function refusedFieldOf(error: unknown, fields: RefusalFields): string | null {
  const { faults = [], details = {} } = error instanceof ProblemError ? error.problem : {};
  const particulars = [details['act'], details['setting']].map((each) => `${codeOf(error)}:${String(each)}`);
  const named = [...particulars, codeOf(error), ...faults.map(({ field }) => field)];
  const known = named.find((name) => fields[name] !== undefined);
  return known === undefined ? null : (fields[known] ?? null);
}
