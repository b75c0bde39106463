import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { type GroupWay, type Robot, setGroupWay, WAY_CHANGES } from './way-requests.js';

interface Fields {
  readonly webhookUrl?: string;
  readonly secret?: string;
  readonly locale: Robot['locale'];
}

const REFUSAL_FIELDS = { webhookUrl: 'webhookUrl', secret: 'secret' };
const LOCALES: readonly Robot['locale'][] = ['zh-CN', 'en'];

/** The address and secret of a robot: typed anew each time, since nobody is shown them again, and kept nowhere on the device. */
export function RobotForm({ way, onClose }: { readonly way: GroupWay; readonly onClose: () => void }) {
  const { t } = useTranslation('ways');
  const { t: common } = useTranslation();
  const { written } = useRequiredRules();
  const [form] = Form.useForm<Fields>();
  const outdated = useOutdated(way, { changes: WAY_CHANGES });
  const atField = useRefusedFields(form, REFUSAL_FIELDS);
  const { provider, robot } = way;
  const save = useVersionedAction(
    outdated,
    (version, { webhookUrl, secret, locale }: Fields) => {
      const address = webhookUrl?.trim();
      return setGroupWay(
        provider,
        { ...(address ? { webhookUrl: address, secret: secret ?? '' } : secret ? { secret } : {}), isOn: robot?.isOn ?? true, locale },
        version,
      );
    },
    { done: t('saved'), onDone: onClose, onRefused: atField },
  );
  return (
    <Form
      form={form}
      name={`robot-${provider}`}
      layout="vertical"
      requiredMark={false}
      initialValues={{ locale: robot?.locale ?? 'zh-CN' }}
      onFinish={(fields) => save.mutate(fields)}
    >
      <p className="quiet">{t(`how.${provider}`)}</p>
      <ConflictNotice
        of={outdated}
        lines={({ robot: now }) => [[t('robot'), now ? t(now.isSigned ? 'robotSigned' : 'robotUnsigned', { hint: now.hint }) : t('none')]]}
      />
      <Form.Item
        name="webhookUrl"
        label={t('webhookUrl')}
        extra={robot ? t('webhookKept', { hint: robot.hint }) : t('webhookSecret')}
        rules={robot ? [] : [written(t('webhookUrl'))]}
      >
        <Input autoComplete="off" inputMode="url" placeholder={t(`examples.${provider}`)} />
      </Form.Item>
      {provider !== 'wecom' && (
        <Form.Item name="secret" label={t('secret')} extra={t(robot ? 'secretKept' : 'secretHint')}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      <Form.Item name="locale" label={t('language')}>
        <Radio.Group options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))} />
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
