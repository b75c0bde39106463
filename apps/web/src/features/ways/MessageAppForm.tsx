import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { type AppWay, type MessageApp, setApp, WAY_CHANGES } from './way-requests.js';

interface Fields {
  readonly appId: string;
  readonly secret?: string;
  readonly agentId?: string;
  readonly idIs: MessageApp['idIs'];
}

const REFUSAL_FIELDS = { appId: 'appId', secret: 'secret', agentId: 'agentId' };
const IDS: readonly MessageApp['idIs'][] = ['staff-no', 'mail'];

/** An app and its secret: that is typed anew each time, since nobody is shown it again, and kept nowhere on the device. */
export function MessageAppForm({ way, onClose }: { readonly way: AppWay; readonly onClose: () => void }) {
  const { t } = useTranslation('ways');
  const { t: common } = useTranslation();
  const { written } = useRequiredRules();
  const [form] = Form.useForm<Fields>();
  const outdated = useOutdated(way, { changes: WAY_CHANGES });
  const atField = useRefusedFields(form, REFUSAL_FIELDS);
  const { provider, app } = way;
  const save = useVersionedAction(
    outdated,
    (version, { appId, secret, agentId, idIs }: Fields) =>
      setApp(
        provider,
        {
          appId: appId.trim(),
          ...(secret ? { secret } : {}),
          ...(agentId ? { agentId: agentId.trim() } : {}),
          idIs,
          isOn: app?.isOn ?? true,
        },
        version,
      ),
    { done: t('saved'), onDone: onClose, onRefused: atField },
  );
  return (
    <Form
      form={form}
      name={`app-${provider}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{ appId: app?.appId ?? '', agentId: app?.agentId ?? '', idIs: app?.idIs ?? 'staff-no' }}
      onFinish={(fields) => save.mutate(fields)}
    >
      <p className="quiet">{t(`apps.how.${provider}`)}</p>
      <ConflictNotice of={outdated} lines={({ app: now }) => [[t('apps.app'), now?.appId ?? t('apps.none')]]} />
      <Form.Item name="appId" label={t(`apps.appId.${provider}`)} rules={[written(t(`apps.appId.${provider}`))]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('apps.secret')}
        extra={t(app ? 'apps.secretKept' : 'apps.secretHint')}
        rules={app ? [] : [written(t('apps.secret'))]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {provider !== 'feishu' && (
        <Form.Item name="agentId" label={t('apps.agentId')} rules={[written(t('apps.agentId'))]}>
          <Input autoComplete="off" inputMode="numeric" />
        </Form.Item>
      )}
      <Form.Item name="idIs" label={t('apps.idIs')} extra={t('apps.idIsHint')}>
        <Radio.Group options={IDS.map((value) => ({ value, label: t(`apps.ids.${value}`) }))} />
      </Form.Item>
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {common('save')}
        </Button>
        <Button disabled={save.isPending} onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </Form>
  );
}
