import { Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/page/Section.js';
import { SignInNotice } from './SignInNotice.js';
import { CameraButton } from './CameraButton.js';
import type { Attendee } from './session-requests.js';
import type { SignInDirection } from './desk-sign-in.js';
import { useDeskSignIn } from './use-desk-sign-in.js';

/** One field and Enter for everybody in the queue: typed, or by a scanner that types. The field is free for the next one at once. */
export function SignInDesk({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('sessionDesk');
  const field = useRef<HTMLInputElement>(null);
  const [mode, setMode] = useState<SignInDirection>('in');
  const { entries, serve, choose } = useDeskSignIn(sessionId, mode);
  const take = (typed: string) => {
    if (typed.trim() !== '') void serve(typed.trim());
  };
  const chooses = (person: Attendee) => {
    void choose(person);
    field.current?.focus();
  };
  return (
    <Section title={t('serve.title')}>
      <div className="sign-in-entry">
        <Radio.Group
          size="large"
          optionType="button"
          buttonStyle="solid"
          aria-label={t('serve.mode')}
          value={mode}
          options={[
            { value: 'in', label: t('serve.in') },
            { value: 'out', label: t('serve.out') },
          ]}
          onChange={({ target }) => {
            setMode(target.value as SignInDirection);
            field.current?.focus();
          }}
        />
        <form
          className="sign-in-field"
          onSubmit={(event) => {
            event.preventDefault();
            if (!field.current) return;
            take(field.current.value);
            field.current.value = '';
          }}
        >
          <input
            ref={field}
            autoFocus
            className="sign-in-input"
            aria-label={t('serve.field')}
            placeholder={t('serve.field')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="done"
          />
        </form>
        <CameraButton onRead={take} />
      </div>
      <p className="quiet small">{t('serve.hint')}</p>
      <SignInNotice entries={entries} onChoose={chooses} onAgain={(typed) => void serve(typed)} />
    </Section>
  );
}
