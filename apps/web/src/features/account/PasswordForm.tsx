import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useMe } from '../../shared/congress/use-me.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { changePassword, DEVICES } from './account-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

interface Fields {
  readonly oldPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

const REFUSAL_FIELDS = {
  'congress.wrong-password': 'oldPassword',
  'congress.same-password': 'newPassword',
  'congress.weak-password': 'newPassword',
} as const;

/** Changes the password: the rules are told before anything is typed, and what happens to other devices before it is done. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const { required } = useRequiredRules();
  const me = useMe();
  const [isShown, setShown] = useState(false);
  const [form] = Form.useForm<Fields>();
  const change = useAction(({ oldPassword, newPassword }: Fields) => changePassword(oldPassword, newPassword), {
    done: t('password.done'),
    changes: [DEVICES],
    onTaken: () => form.resetFields(),
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  const type = isShown ? 'text' : 'password';
  return (
    <Section title={t('password.title')}>
      <Form<Fields>
        form={form}
        className="password-form"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => change.mutate(fields)}
      >
        {/* Password managers want to know whose password it is. */}
        <input hidden readOnly type="text" name="username" autoComplete="username" value={me.data?.member.staffNo ?? ''} />
        <Form.Item name="oldPassword" label={t('password.old')} rules={[required(t('password.old'))]}>
          <Input type={type} autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="newPassword" label={t('password.new')} extra={t('password.policy')} rules={[required(t('password.new'))]}>
          <Input type={type} autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeated"
          label={t('password.repeat')}
          dependencies={['newPassword']}
          rules={[
            required(t('password.repeat')),
            ({ getFieldValue }) => ({
              validator: (_rule, value: string | undefined) =>
                !value || value === getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error(t('password.differ'))),
            }),
          ]}
        >
          <Input type={type} autoComplete="new-password" />
        </Form.Item>
        <p className="quiet">{t('password.others')}</p>
        <div className="toolbar toolbar-foot">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('password.submit')}
          </Button>
          <Button onClick={() => setShown(!isShown)}>{t(isShown ? 'password.hide' : 'password.show')}</Button>
        </div>
      </Form>
    </Section>
  );
}
