import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../api/problem.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { found, type Founded, type FoundingFields } from './founding.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const REFUSAL_FIELDS = {
  'congress.organisation-exists': 'code',
  name: 'name',
  code: 'code',
  staffNo: 'staffNo',
  'secretary.name': 'secretaryName',
  'secretary.staffNo': 'staffNo',
};
const CODE = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** What a house is founded with. A wrong token is said at its field, with where to find the right one. */
export function FoundingForm({ onFounded }: { readonly onFounded: (founded: Founded, fields: FoundingFields) => void }) {
  const { t } = useTranslation('founding');
  const { written } = useRequiredRules();
  const [form] = Form.useForm<FoundingFields>();
  const refused = useRefusedFields(form, REFUSAL_FIELDS);
  const founding = useAction(async (fields: FoundingFields) => onFounded(await found(fields), fields), {
    onRefused: (error) => {
      if (codeOf(error) !== 'unauthenticated') return refused(error);
      form.setFields([{ name: 'token', errors: [t('wrongToken')] }]);
      form.scrollToField('token', { focus: true });
      return true;
    },
  });
  const field = (name: keyof FoundingFields, input = <Input autoComplete="off" />, extra?: string, rules: object[] = []) => (
    <Form.Item name={name} label={t(`fields.${name}`)} extra={extra} rules={[written(t(`fields.${name}`)), ...rules]}>
      {input}
    </Form.Item>
  );
  return (
    <Form<FoundingFields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => founding.mutate(fields)}>
      {field('token', <Input.Password autoComplete="off" visibilityToggle={false} />, t('tokenHint'))}
      {field('name', <Input autoComplete="organization" />)}
      {field('code', <Input autoComplete="off" autoCapitalize="off" />, t('codeHint'), [{ pattern: CODE, message: t('codeForm') }])}
      {field('secretaryName', <Input autoComplete="name" />)}
      {field('staffNo', <Input autoComplete="username" autoCapitalize="off" />, t('staffNoHint'))}
      <Button type="primary" size="large" htmlType="submit" block loading={founding.isPending}>
        {t('submit')}
      </Button>
    </Form>
  );
}
