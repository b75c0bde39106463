import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHeadedDelegation } from './delegation-requests.js';

interface NameChoiceProps {
  readonly callId: string;
  readonly isOfDelegation: boolean;
  /** There is a draft already: in whose name it is does not change. */
  readonly isMade: boolean;
  readonly onChange: (isOfDelegation: boolean) => void;
}

/** In whose name the head of a delegation proposes: their own, or the delegation's. Nobody else is asked. */
export function NameChoice({ callId, isOfDelegation, isMade, onChange }: NameChoiceProps) {
  const { t } = useTranslation('delegation');
  const headed = useHeadedDelegation(callId).data?.delegation;
  if (!headed) return null;
  return (
    <Form layout="vertical">
      <Form.Item label={t('choice.label')} extra={isOfDelegation ? t('choice.hint') : undefined}>
        <Radio.Group
          aria-label={t('choice.label')}
          disabled={isMade}
          value={isOfDelegation}
          onChange={({ target }) => onChange(target.value === true)}
          options={[
            { value: false, label: t('choice.own') },
            { value: true, label: t('choice.delegation', { delegation: headed.name ?? '' }) },
          ]}
        />
      </Form.Item>
    </Form>
  );
}
