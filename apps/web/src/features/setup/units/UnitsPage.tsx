import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { useUnits } from '../../../shared/congress/members.js';
import { Page } from '../../../shared/page/Page.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { RenameButton } from './RenameButton.js';
import { renameUnit, SET_UP_CHANGES, setUpUnit } from '../setup-requests.js';
import '../setup.css';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

interface Fields {
  readonly code: string;
  readonly name: string;
}

/** The departments of the organisation, which have members and handle proposals. */
export function UnitsPage() {
  const { t } = useTranslation('setup');
  const units = useUnits();
  return (
    <Page title={t('units.title')} intro={t('units.intro')} back="/setup">
      <Section title={t('units.new')}>
        <UnitForm />
      </Section>
      <Section title={t('units.list')}>
        <QueryView query={units}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState text={t('units.none')} />
            ) : (
              <ul className="rows">
                {items.map((unit) => (
                  <li key={unit.id} className="setup-row">
                    <span className="row-title">{unit.name}</span>
                    <span className="quiet">{unit.code}</span>
                    <RenameButton
                      label={t('rename')}
                      title={t('renameOf', { name: unit.name })}
                      named={unit}
                      rename={(renaming) => renameUnit(unit.id, renaming)}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}

function UnitForm() {
  const { t } = useTranslation('setup');
  const { written } = useRequiredRules();
  const [form] = Form.useForm<Fields>();
  const refused = useRefusedFields(form, { 'congress.unit-exists': 'name', code: 'code', name: 'name' });
  const add = useAction(setUpUnit, {
    done: t('units.done'),
    changes: SET_UP_CHANGES,
    onTaken: () => form.resetFields(),
    onRefused: refused,
  });
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} className="act-fields" onFinish={(fields) => add.mutate(fields)}>
      <Form.Item name="name" label={t('units.name')} rules={[written(t('units.name'))]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="code" label={t('units.code')} extra={t('units.codeHint')} rules={[written(t('units.code'))]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label=" ">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('units.add')}
        </Button>
      </Form.Item>
    </Form>
  );
}
