import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAction } from '../../shared/use-action.js';
import { rememberedOrganisation, signIn, type SignInForm } from './sign-in.js';
import { SignInFrame } from './SignInFrame.js';

/** The daily door: organisation, staff number, password. */
export function SignInPage() {
  const { t } = useTranslation('signIn');
  const location = useLocation();
  const attempt = useAction(signIn);
  const required = (field: string) => [{ required: true, message: t('required', { field }) }];
  return (
    <SignInFrame title={t('title')}>
      <Form<SignInForm>
        layout="vertical"
        requiredMark={false}
        initialValues={{ organisation: rememberedOrganisation() }}
        onFinish={(form) => attempt.mutate(form)}
      >
        <Form.Item name="organisation" label={t('organisation')} rules={required(t('organisation'))}>
          <Input autoComplete="organization" autoCapitalize="off" size="large" />
        </Form.Item>
        <Form.Item name="staffNo" label={t('staffNo')} rules={required(t('staffNo'))}>
          <Input autoComplete="username" autoCapitalize="off" size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={required(t('password'))}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={attempt.isPending}>
          {t('submit')}
        </Button>
      </Form>
      <p className="sign-in-more">
        <Link to="/first-sign-in" state={location.state}>
          {t('toFirst')}
        </Link>
      </p>
    </SignInFrame>
  );
}
