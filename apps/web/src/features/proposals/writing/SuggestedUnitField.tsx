import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../../shared/congress/members.js';
import { UnitHints } from '../../../shared/similar/UnitHints.js';
import type { ProposalContent } from './proposal-content.js';

/** The unit that the proposer would have answer, with those that handled similar matters to choose from. */
export function SuggestedUnitField() {
  const { t } = useTranslation('proposals');
  const units = useUnits();
  const form = Form.useFormInstance<ProposalContent>();
  const subject = Form.useWatch('subject', form) ?? '';
  const measures = Form.useWatch('measures', form) ?? '';
  return (
    <>
      <Form.Item name="suggestedUnitId" label={t('suggestedUnit')} extra={t('suggestedUnitHint')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={units.isPending}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <UnitHints content={{ subject, measures }} onChoose={(unitId) => form.setFieldsValue({ suggestedUnitId: unitId })} />
    </>
  );
}
