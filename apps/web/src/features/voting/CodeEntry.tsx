import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeSlip } from '../../shared/sealed/paper-steps.js';
import { DEVICE } from '../../shared/sealed/sealed-queries.js';
import type { AnswerOf } from '../../shared/sealed/sealing-tasks.js';
import { useStepWords } from '../../shared/sealed/use-step-words.js';
import type { Place } from '../../shared/sealed/vault.js';
import { Section } from '../../shared/Section.js';
import { usePaperStep } from './use-paper-step.js';

/** Votes with a printed slip: the code is checked while it is typed, so that a slip of the pen is found before anything else. */
export function CodeEntry({ place }: { readonly place: Place }) {
  const { t } = useTranslation('voting');
  const words = useStepWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState<AnswerOf<'check-code'> | null>(null);
  const { isBusy, problem, take } = usePaperStep(place);
  const type = async (text: string) => {
    setTyped(text);
    setChecked(text.trim() === '' ? null : await DEVICE.ask('check-code', { typed: text }));
  };
  const use = (event: FormEvent) => {
    event.preventDefault();
    void take((desk) => takeSlip(place, desk, typed));
  };
  return (
    <Section title={t('code.title')}>
      <form onSubmit={use} className="stacked">
        <label htmlFor={id}>{t('code.label')}</label>
        <Input id={id} size="large" className="code-field" autoComplete="off" autoCapitalize="off" autoCorrect="off" spellCheck={false} value={typed} onChange={({ target }) => void type(target.value)} />
        <p className="quiet small" aria-live="polite">
          {checked === null ? t('code.hint') : checked.ok ? t('code.right', { code: checked.code }) : t(`code.fault.${checked.fault}`)}
        </p>
        {problem !== null && <Alert type="error" showIcon title={words(problem)} />}
        <Button type="primary" size="large" block htmlType="submit" loading={isBusy} disabled={!checked?.ok}>
          {t('code.action')}
        </Button>
      </form>
    </Section>
  );
}
