import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useMe } from '../../shared/congress/use-me.js';
import { changeMobile } from './account-requests.js';

interface Fields {
  readonly mobile: string;
}

const REFUSAL_FIELDS = { mobile: 'mobile' } as const;
const ME = [['me'], ['members']] as const;

/** The mobile number at which one is told by SMS: said first what it is for, and who sees it. */
export function MobileForm() {
  const { t } = useTranslation('account');
  return (
    <Section title={t('mobile.title')}>
      <p className="quiet">{t('mobile.hint')}</p>
      <QueryView query={useMe()} lines={2}>
        {({ member }) => <NumberForm key={member.mobile ?? ''} mobile={member.mobile} />}
      </QueryView>
    </Section>
  );
}

function NumberForm({ mobile }: { readonly mobile: string | null }) {
  const { t } = useTranslation('account');
  const [form] = Form.useForm<Fields>();
  const save = useAction(({ mobile: typed }: Fields) => changeMobile(typed.trim() === '' ? null : typed), {
    done: t('mobile.done'),
    changes: ME,
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  return (
    <Form<Fields>
      form={form}
      className="password-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ mobile: mobile ?? '' }}
      onFinish={(fields) => save.mutate(fields)}
    >
      <Form.Item name="mobile" label={t('mobile.number')} extra={t('mobile.form')}>
        <Input type="tel" autoComplete="tel" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('mobile.submit')}
      </Button>
    </Form>
  );
}
