import type { FormInstance } from 'antd';
import { ProblemError } from '../../api/problem.js';
import { type RefusalFields, refusedFieldOf } from './refusal-fields.js';
import { useProblemText } from '../text/use-problem-text.js';
import { useTextOr } from '../text/use-text-or.js';

const reasonOf = (error: unknown): string => (error instanceof ProblemError ? (error.problem.faults?.[0]?.reason ?? '') : '');

/** Shows a refusal at the field that it is about. @returns whether there is one */
export function useRefusedFields<F>(form: FormInstance<F>, fields: RefusalFields): (error: unknown) => boolean {
  const problemText = useProblemText();
  const textOr = useTextOr();
  return (error) => {
    const name = refusedFieldOf(error, fields);
    if (name === null) return false;
    form.setFields([{ name: name as never, errors: [textOr(`errors:faults.${reasonOf(error)}`, problemText(error))] }]);
    form.scrollToField(name as never, { focus: true });
    return true;
  };
}
