import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { HeadButton } from './HeadButton.js';
import { RenameButton } from '../units/RenameButton.js';
import { amendDelegation, type Delegation, formDelegation, SET_UP_CHANGES } from '../setup-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

interface DelegationsProps {
  readonly sessionId: string;
  readonly delegations: readonly Delegation[];
  readonly isOver: boolean;
}

/** The delegations of a session: how many sit in each, and who leads it. */
export function Delegations({ sessionId, delegations, isOver }: DelegationsProps) {
  const { t } = useTranslation('setup');
  return (
    <>
      {delegations.length === 0 && <EmptyState text={t('delegations.none')} />}
      <ul className="rows">
        {delegations.map((delegation) => (
          <li key={delegation.id} className="setup-row">
            <div className="row-main">
              <div className="row-title">{delegation.name}</div>
              <div className="quiet">
                {t('delegations.now', { count: delegation.delegates, head: delegation.headName ?? t('delegations.noHead') })}
              </div>
            </div>
            {!isOver && (
              <>
                <RenameButton
                  label={t('rename')}
                  title={t('renameOf', { name: delegation.name })}
                  named={delegation}
                  rename={(renaming) => amendDelegation(sessionId, delegation.id, renaming)}
                />
                <HeadButton sessionId={sessionId} delegation={delegation} />
              </>
            )}
          </li>
        ))}
      </ul>
      {!isOver && <DelegationForm sessionId={sessionId} />}
    </>
  );
}

function DelegationForm({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('setup');
  const { written } = useRequiredRules();
  const [form] = Form.useForm<{ name: string }>();
  const refused = useRefusedFields(form, { 'congress.delegation-exists': 'name', name: 'name' });
  const add = useAction((name: string) => formDelegation(sessionId, { name }), {
    done: t('delegations.done'),
    changes: SET_UP_CHANGES,
    onTaken: () => form.resetFields(),
    onRefused: refused,
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="act-fields" onFinish={({ name }) => add.mutate(name)}>
      <Form.Item name="name" label={t('delegations.name')} rules={[written(t('delegations.name'))]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label=" ">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('delegations.add')}
        </Button>
      </Form.Item>
    </Form>
  );
}
