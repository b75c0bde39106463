import type { FormInstance } from 'antd';
import { codeOf, ProblemError } from '../../api/problem.js';
import { useProblemText } from '../text/use-problem-text.js';
import { useTextOr } from '../text/use-text-or.js';

/** The fields of a form that refusals and faults of the service are about, by code or by the field that the service names. */
export type RefusalFields = Readonly<Record<string, string>>;

/** The field of a form that a problem is about; null when it is about none of them, or about the whole. */
export function refusedFieldOf(error: unknown, places: RefusalFields): string | null {
  const { faults = [], details = {} } = error instanceof ProblemError ? error.problem : {};
  const named = [`${codeOf(error)}:${String(details['act'])}`, codeOf(error), ...faults.map(({ field }) => field)];
  const known = named.find((name) => places[name] !== undefined);
  return known === undefined ? null : (places[known] ?? null);
}

const reasonOf = (error: unknown): string => (error instanceof ProblemError ? (error.problem.faults?.[0]?.reason ?? '') : '');

/** Shows a refusal at the field that it is about. @returns whether there is one */
export function useRefusedFields<F>(form: FormInstance<F>, places: RefusalFields): (error: unknown) => boolean {
  const problemText = useProblemText();
  const textOr = useTextOr();
  return (error) => {
    const name = refusedFieldOf(error, places);
    if (name === null) return false;
    form.setFields([{ name: name as never, errors: [textOr(`errors:faults.${reasonOf(error)}`, problemText(error))] }]);
    form.scrollToField(name as never, { focus: true });
    return true;
  };
}
