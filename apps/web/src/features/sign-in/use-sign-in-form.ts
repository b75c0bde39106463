import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/text/use-problem-text.js';

type Values = Readonly<Record<string, string>>;

interface SignInFormOptions<V extends Values> {
  readonly initial: V;
  /** Whether a field is asked for at all. */
  readonly asks?: (name: keyof V) => boolean;
  /** What is wrong with a field that was filled in; null when nothing is. */
  readonly faultOf?: (name: keyof V, values: V) => string | null;
  readonly send: (values: V) => Promise<void>;
}

/**
 * The few fields of a sign-in: all must be filled in, what is missing is told beside it, and a refusal is told above the button and stays.
 */
export function useSignInForm<V extends Values>({ initial, asks = () => true, faultOf = () => null, send }: SignInFormOptions<V>) {
  const { t } = useTranslation('signIn');
  const problemText = useProblemText();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<keyof V, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found = Object.keys(values).flatMap((name) => {
      const fault = !asks(name) ? null : values[name] === '' ? t('missing') : faultOf(name, values);
      return fault === null ? [] : [[name, fault] as const];
    });
    setErrors(Object.fromEntries(found) as Partial<Record<keyof V, string>>);
    const [first] = found;
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name="${first[0]}"]`)?.focus();
    setProblem(null);
    setBusy(true);
    try {
      await send(Object.fromEntries(Object.entries(values).filter(([name]) => asks(name))) as V);
    } catch (reason) {
      setProblem(reason);
      setBusy(false); // Who is in leaves this page: it stays busy until then.
    }
  };
  const fieldOf = (name: keyof V & string) => ({
    name,
    value: values[name] ?? '',
    error: errors[name],
    onChange: ({ target }: { readonly target: HTMLInputElement }) => setValues((before) => ({ ...before, [name]: target.value })),
  });
  return { form, submit, fieldOf, isBusy, refusal: problem === null ? null : problemText(problem) };
}
