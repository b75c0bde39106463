import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { charactersOf } from '../../shared/text/characters.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { COMMITTEE, REVIEW_STEPS } from './call-fields.js';
import type { Settings } from './call-requests.js';
import { ChoiceField } from './ChoiceField.js';
import { PeriodField } from './PeriodField.js';
import { useRuleText } from './use-rule-text.js';

type Steps = Settings['reviewSteps'];
type Size = NonNullable<Settings['committeeSize']>;

/** In how many steps the committee reviews, how many sit on it, and who decides where it does not agree. */
export function CommitteeRules() {
  const { t } = useTranslation('calls');
  const { name } = useRuleText();
  const { ticked } = useRequiredRules();
  const usual = (['REVIEW', 'first', 'second', 'final'] as const).map((step) => ({
    value: step === 'REVIEW' ? step : t(`rules.step.${step}`),
    label: t(`rules.step.${step}`),
  }));
  return (
    <>
      <Form.Item
        name="reviewSteps"
        label={name('reviewSteps')}
        extra={t('open.reviewStepsHint', { count: REVIEW_STEPS.most, characters: REVIEW_STEPS.characters })}
        rules={[
          ticked(t('open.reviewStepsNone')),
          {
            validator: (_, steps: Steps) =>
              areShort(steps, (step) => t('open.reviewStepLong', { step, characters: REVIEW_STEPS.characters })),
          },
        ]}
        getValueProps={(steps: Steps) => ({ value: steps.map((step) => step.name) })}
        getValueFromEvent={(names: string[]): Steps => names.map((step) => ({ name: step.trim() }))}
      >
        <Select mode="tags" maxCount={REVIEW_STEPS.most} tokenSeparators={['，', ',', '、', ';', '；']} options={usual} />
      </Form.Item>
      <ChoiceField
        rule="disputedReview"
        extra={t('open.disputedHint')}
        options={(['presidium', 'executive-committee', 'committee'] as const).map((value) => ({
          value,
          label: t(`rules.disputed.${value}`),
        }))}
      />
      <Form.Item
        name="committeeSize"
        label={name('committeeSize')}
        extra={t('open.committeeSizeHint', COMMITTEE)}
        rules={[{ validator: (_, size: Partial<Size> | null) => isSize(size, t('open.committeeSizeWrong')) }]}
      >
        <SizeField />
      </Form.Item>
    </>
  );
}

/** By when a unit speaks with the proposer, by when an assisting unit gives its opinion, and whom a joint reply goes to. */
export function HandlingRules() {
  const { t } = useTranslation('calls');
  return (
    <>
      <PeriodField of="contact" label={t('open.contactWithin')} />
      <PeriodField of="assisting" label={t('open.assistingWithin')} />
      <ChoiceField
        rule="jointReplyTo"
        options={(['each', 'lead'] as const).map((value) => ({ value, label: t(`rules.jointReply.${value}`) }))}
      />
    </>
  );
}

interface SizeFieldProps {
  readonly id?: string;
  readonly value?: Partial<Size> | null;
  readonly onChange?: (size: Partial<Record<keyof Size, number>> | null) => void;
}

/** From how many to how many; both empty where nothing is said. */
function SizeField({ id, value, onChange }: SizeFieldProps) {
  const { t } = useTranslation('calls');
  const change = (end: keyof Size, n: number | null) => {
    const { [end]: _before, ...other } = value ?? {};
    const after = n === null ? other : { ...other, [end]: n };
    onChange?.(Object.keys(after).length === 0 ? null : after);
  };
  return (
    <div className="act-fields" id={id} tabIndex={-1}>
      {(['min', 'max'] as const).map((end) => (
        <InputNumber
          key={end}
          aria-label={t(`open.committee.${end}`)}
          placeholder={t(`open.committee.${end}`)}
          {...COMMITTEE}
          precision={0}
          value={value?.[end] ?? null}
          onChange={(n) => change(end, n)}
        />
      ))}
    </div>
  );
}

const areShort = (steps: Steps, refusal: (step: string) => string): Promise<void> => {
  const long = steps.find(({ name }) => charactersOf(name) > REVIEW_STEPS.characters);
  return long ? Promise.reject(new Error(refusal(long.name))) : Promise.resolve();
};

/** Both numbers or none, the smaller one first. */
const isSize = (size: Partial<Size> | null, refusal: string): Promise<void> => {
  const { min, max } = size ?? {};
  const isSound = min === undefined ? max === undefined : max !== undefined && min <= max;
  return isSound ? Promise.resolve() : Promise.reject(new Error(refusal));
};
