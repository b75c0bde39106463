import type { Office } from '@plenum/contracts';
import { Button, Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { useSessions, useUnits } from '../../../shared/congress/members.js';
import type { NamedChoice } from '../../../shared/forms/SearchSelect.js';
import { PersonField } from '../../../shared/congress/PersonField.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { OFFICE_ORDER, OFFICE_SCOPES } from './office-scopes.js';
import { assignOffice, SET_UP_CHANGES } from '../setup-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const REFUSAL_FIELDS = {
  'congress.office-held': 'person',
  'congress.member-inactive': 'person',
  'congress.chief-held': 'chief',
  memberId: 'person',
  sessionId: 'sessionId',
  unitId: 'unitId',
};

interface Fields {
  readonly office: Office;
  readonly person: NamedChoice | null;
  readonly sessionId?: string;
  readonly unitId?: string;
  readonly chief?: boolean;
}

/** Names somebody to an office; asks for a session, a unit or the chair only where the office has one. */
export function OfficeForm() {
  const { t } = useTranslation('setup');
  const { required } = useRequiredRules();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'office', about: 'new' });
  const units = useUnits();
  const sessions = useSessions();
  const office = Form.useWatch('office', form);
  const scope = office && OFFICE_SCOPES[office];
  const assign = useAction(
    ({ office: named, person, sessionId, unitId, chief }: Fields) =>
      assignOffice({
        office: named,
        memberId: person?.id ?? '',
        ...(sessionId ? { sessionId } : {}),
        ...(unitId ? { unitId } : {}),
        ...(chief ? { chief } : {}),
      }),
    {
      done: t('offices.done'),
      changes: SET_UP_CHANGES,
      onTaken: () => (form.resetFields(['person', 'chief']), kept.forget()),
      onRefused: useRefusedFields(form, REFUSAL_FIELDS),
    },
  );
  const open = (sessions.data ?? []).filter(({ state }) => state !== 'CLOSED');
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => assign.mutate(fields)}>
      <div className="act-fields">
        <Form.Item
          name="office"
          label={t('offices.office')}
          extra={office && t(`offices.does.${office}`)}
          rules={[required(t('offices.office'))]}
        >
          <Select className="setup-wide" options={OFFICE_ORDER.map((each) => ({ value: each, label: common(`roles.${each}`) }))} />
        </Form.Item>
        {scope && scope.session !== 'never' && (
          <Form.Item
            name="sessionId"
            label={t('offices.session')}
            rules={scope.session === 'needs' ? [required(t('offices.session'))] : []}
          >
            <Select
              className="setup-wide"
              allowClear
              placeholder={scope.session === 'may' ? t('offices.standing') : ''}
              options={open.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Form.Item>
        )}
        {scope && scope.unit !== 'never' && (
          <Form.Item name="unitId" label={t('offices.unit')} rules={scope.unit === 'needs' ? [required(t('offices.unit'))] : []}>
            <Select
              className="setup-wide"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
      </div>
      <Form.Item name="person" label={t('offices.person')} rules={[required(t('offices.person'))]}>
        <PersonField label={t('offices.person')} />
      </Form.Item>
      {scope?.hasChief && (
        <Form.Item name="chief" valuePropName="checked">
          <Checkbox>{t('offices.asChief')}</Checkbox>
        </Form.Item>
      )}
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={assign.isPending}>
        {t('offices.assign')}
      </Button>
    </Form>
  );
}
