import { type ComponentPropsWithRef, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.js';

interface FieldProps extends Omit<ComponentPropsWithRef<'input'>, 'id'> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it, told beside it. */
  readonly error?: string | undefined;
  /** What stands at the end of the line, inside. */
  readonly end?: ReactNode;
}

/** One line to type into, with its name, a hint and what is wrong with it. */
export function Field({ label, hint, error, end, className = '', ...input }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '').join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          {...input}
          id={id}
          className={`input ${className}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={described === '' ? undefined : described}
        />
        {end}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

/** A password, which may be looked at while it is typed: on a phone nobody types a long one blind. */
export function PasswordField(props: Omit<FieldProps, 'type' | 'end'>) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const eye = (
    <button
      type="button"
      className="field-eye"
      aria-pressed={isShown}
      aria-label={t('showPassword')}
      title={t('showPassword')}
      onClick={() => setShown(!isShown)}
    >
      <Icon name="eye" />
    </button>
  );
  return <Field {...props} type={isShown ? 'text' : 'password'} autoCapitalize="off" spellCheck={false} end={eye} />;
}
