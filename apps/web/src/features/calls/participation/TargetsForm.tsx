import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../api/shapes.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { type Participation, setTargets, TARGET_MAX } from './participation-requests.js';

interface TargetsFormProps {
  readonly call: CallView;
  readonly delegations: Participation['delegations'];
}

interface Fields {
  readonly perDelegation: number | null;
  readonly of: Readonly<Record<string, number | null>>;
}

/** How many proposals the committee hopes for: of each delegation, and of those for which another number is said. It refuses nothing. */
export function TargetsForm({ call, delegations }: TargetsFormProps) {
  const { t } = useTranslation('calls');
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'call-targets', about: call.id, basis: call.version });
  const save = useAction(
    ({ perDelegation, of = {} }: Fields) =>
      setTargets(call.id, {
        version: call.version,
        perDelegation: perDelegation ?? null,
        ofDelegations: delegations.flatMap(({ id }) => (typeof of[id] === 'number' ? [{ delegationId: id, proposals: of[id] }] : [])),
      }),
    { done: t('targets.done'), changes: [['calls']], onTaken: () => kept.forget() },
  );
  const { perDelegation, ofDelegations } = call.targets;
  const initial: Fields = { perDelegation, of: Object.fromEntries(ofDelegations.map((one) => [one.delegationId, one.proposals])) };
  return (
    <details>
      <summary>{t('targets.title')}</summary>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={(fields) => save.mutate(fields)}>
        <p className="quiet small">{t('targets.intro')}</p>
        <Form.Item name="perDelegation" label={t('open.target')}>
          <InputNumber min={0} max={TARGET_MAX} precision={0} />
        </Form.Item>
        <div className="act-fields">
          {delegations.map(({ id, name }) => (
            <Form.Item key={id} name={['of', id]} label={name}>
              <InputNumber min={0} max={TARGET_MAX} precision={0} placeholder={t('targets.asAll')} />
            </Form.Item>
          ))}
        </div>
        <KeptNote kept={kept} />
        <Button htmlType="submit" loading={save.isPending}>
          {t('targets.action')}
        </Button>
      </Form>
    </details>
  );
}
