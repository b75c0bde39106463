import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAction } from '../../shared/use-action.js';
import { firstSignIn, type FirstSignInForm, PASSWORD_LENGTH_MIN, rememberedOrganisation } from './sign-in.js';
import { SignInFrame } from './SignInFrame.js';

interface Fields extends FirstSignInForm {
  readonly repeated: string;
}

/** The door for newcomers: a one-time code sets the password. */
export function FirstSignInPage() {
  const { t } = useTranslation('signIn');
  const location = useLocation();
  const attempt = useAction(firstSignIn);
  const required = (field: string) => ({ required: true, message: t('required', { field }) });
  return (
    <SignInFrame title={t('firstTitle')} intro={t('firstIntro')}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ organisation: rememberedOrganisation() }}
        onFinish={({ repeated: _repeated, ...form }) => attempt.mutate(form)}
      >
        <Form.Item name="organisation" label={t('organisation')} rules={[required(t('organisation'))]}>
          <Input autoComplete="organization" autoCapitalize="off" />
        </Form.Item>
        <Form.Item name="staffNo" label={t('staffNo')} rules={[required(t('staffNo'))]}>
          <Input autoComplete="username" autoCapitalize="off" />
        </Form.Item>
        <Form.Item name="signInCode" label={t('signInCode')} rules={[required(t('signInCode'))]}>
          <Input autoComplete="one-time-code" autoCapitalize="characters" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('newPassword')}
          extra={t('passwordHint', { min: PASSWORD_LENGTH_MIN })}
          rules={[required(t('newPassword')), { min: PASSWORD_LENGTH_MIN, message: t('passwordTooShort', { min: PASSWORD_LENGTH_MIN }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeated"
          label={t('repeatPassword')}
          dependencies={['password']}
          rules={[
            required(t('repeatPassword')),
            ({ getFieldValue }) => ({
              validator: (_rule, value: string | undefined) =>
                !value || value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('passwordsDiffer'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={attempt.isPending}>
          {t('submitFirst')}
        </Button>
      </Form>
      <p className="sign-in-more">
        <Link to="/sign-in" state={location.state}>
          {t('toSignIn')}
        </Link>
      </p>
    </SignInFrame>
  );
}
