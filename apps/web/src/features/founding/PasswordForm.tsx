import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { type Founded, type FoundingFields, setFirstPassword } from './founding.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const PASSWORD_LENGTH_MIN = 10;

interface Fields {
  readonly password: string;
  readonly repeated: string;
}

interface PasswordFormProps {
  readonly founded: Founded;
  readonly fields: FoundingFields;
}

/** The first secretary's password, chosen at once; the code stands beside it for whoever chooses it later, on a device of their own. */
export function PasswordForm({ founded, fields: { staffNo, code, secretaryName } }: PasswordFormProps) {
  const { t } = useTranslation('founding');
  const { required } = useRequiredRules();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const setting = useAction(({ password }: Fields) => setFirstPassword(staffNo, code, founded, password), {
    onDone: () => void navigate('/setup', { replace: true }),
    onRefused: useRefusedFields(form, { 'congress.weak-password': 'password' }),
  });
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => setting.mutate(fields)}>
      <Alert
        className="section"
        type="info"
        title={t('founded', { name: secretaryName, staffNo })}
        description={
          <>
            {t('codeOnce')} <code className="founding-code">{founded.signInCode}</code>
          </>
        }
      />
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('passwordHint', { min: PASSWORD_LENGTH_MIN })}
        rules={[required(t('password'))]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('repeated')}
        dependencies={['password']}
        rules={[
          required(t('repeated')),
          ({ getFieldValue }) => ({
            validator: (_rule, value: string | undefined) =>
              !value || value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('different'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={setting.isPending}>
        {t('enter')}
      </Button>
    </Form>
  );
}
