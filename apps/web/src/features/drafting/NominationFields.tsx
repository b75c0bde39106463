import { Form, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const NOTICE_MAX = 365;
const CANDIDATES_MAX = 300;
const ORDERS = ['strokes', 'pinyin', 'as-put'] as const;
const NOTICES = ['working-days', 'days'] as const;

/** How candidates are found: listed by the organiser, or nominated and posted, and then for how long and in which order. */
export function NominationFields({ isNominated }: { readonly isNominated: boolean }) {
  const { t } = useTranslation('drafting');
  const { required } = useRequiredRules();
  return (
    <>
      <Form.Item name="foundBy" label={t('foundBy.label')} extra={t(`foundBy.hint.${isNominated ? 'nominated' : 'listed'}`)}>
        <Radio.Group
          options={[
            { value: 'listed', label: t('foundBy.listed') },
            { value: 'nominated', label: t('foundBy.nominated') },
          ]}
        />
      </Form.Item>
      {isNominated && (
        <div className="act-fields">
          <Form.Item name="noticeN" label={t('notice.label')} rules={[required(t('notice.label'))]}>
            <InputNumber min={1} max={NOTICE_MAX} precision={0} />
          </Form.Item>
          <Form.Item name="noticeKind" label={t('notice.kind')}>
            <Select className="notice-kind" options={NOTICES.map((kind) => ({ value: kind, label: t(`notice.kinds.${kind}`) }))} />
          </Form.Item>
          <Form.Item name="order" label={t('order.label')}>
            <Select className="notice-kind" options={ORDERS.map((order) => ({ value: order, label: t(`order.${order}`) }))} />
          </Form.Item>
          <Form.Item name="primaryAbove" label={t('primary.label')} extra={t('primary.hint')}>
            <InputNumber min={1} max={CANDIDATES_MAX} precision={0} />
          </Form.Item>
        </div>
      )}
    </>
  );
}
