import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/plain/Button.js';
import { Field } from '../../../shared/plain/Field.js';
import { Notice } from '../../../shared/plain/Notice.js';
import { takeSlip } from '../../../shared/sealed/paper-steps.js';
import { DEVICE } from '../../../shared/sealed/paper-queries.js';
import type { AnswerOf } from '../../../shared/sealed/sealing-tasks.js';
import { useSealingStepText } from '../../../shared/sealed/use-sealing-step-text.js';
import type { DeviceRecordId } from '../../../shared/sealed/device-store.js';
import { Section } from '../../../shared/page/Section.js';
import { usePaperStep } from '../paper-step/use-paper-step.js';

/** Votes with a printed slip: the code is checked while it is typed, so that a slip of the pen is found before anything else. */
export function CodeEntry({ recordId }: { readonly recordId: DeviceRecordId }) {
  const { t } = useTranslation('voting');
  const sealingStepText = useSealingStepText();
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState<AnswerOf<'check-code'> | null>(null);
  const { isBusy, problem, take } = usePaperStep(recordId);
  const type = async (text: string) => {
    setTyped(text);
    setChecked(text.trim() === '' ? null : await DEVICE.runTask('check-code', { typed: text }));
  };
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (checked?.ok && !isBusy) void take((device) => takeSlip(recordId, device, typed));
  };
  return (
    <Section title={t('code.title')}>
      <form onSubmit={use}>
        <Field
          label={t('code.label')}
          hint={
            <span aria-live="polite">
              {checked === null ? t('code.hint') : checked.ok ? t('code.right', { code: checked.code }) : t(`code.fault.${checked.fault}`)}
            </span>
          }
          className="code-field"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => void type(target.value)}
        />
        {problem !== null && <Notice tone="bad" title={sealingStepText(problem)} />}
        <Button look="primary" isLarge isWide type="submit" isBusy={isBusy} disabled={!checked?.ok}>
          {t('code.action')}
        </Button>
      </form>
    </Section>
  );
}
