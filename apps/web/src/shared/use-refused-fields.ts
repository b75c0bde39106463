import type { FormInstance } from 'antd';
import { codeOf, ProblemError } from '../api/problem.js';
import { useProblemWords } from './use-problem-words.js';
import { useWordOr } from './use-word-or.js';

/** The fields of a form that refusals and faults of the service are about, by code or by the field that the service names. */
export type FieldPlaces = Readonly<Record<string, string>>;

/** The field of a form that a problem is about; null when it is about none of them, or about the whole. */
export function placeOf(error: unknown, places: FieldPlaces): string | null {
  const { faults = [], details = {} } = error instanceof ProblemError ? error.problem : {};
  const named = [`${codeOf(error)}:${String(details['act'])}`, codeOf(error), ...faults.map(({ field }) => field)];
  const known = named.find((name) => places[name] !== undefined);
  return known === undefined ? null : (places[known] ?? null);
}

const reasonOf = (error: unknown): string => (error instanceof ProblemError ? (error.problem.faults?.[0]?.reason ?? '') : '');

/** Shows a refusal at the field that it is about. @returns whether there is one */
export function useRefusedFields<F>(form: FormInstance<F>, places: FieldPlaces): (error: unknown) => boolean {
  const words = useProblemWords();
  const wordOr = useWordOr();
  return (error) => {
    const name = placeOf(error, places);
    if (name === null) return false;
    form.setFields([{ name: name as never, errors: [wordOr(`errors:faults.${reasonOf(error)}`, words(error))] }]);
    form.scrollToField(name as never, { focus: true });
    return true;
  };
}
