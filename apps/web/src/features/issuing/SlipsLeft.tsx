import { Button, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { type SlipFigures, voidSlips } from './issuing-requests.js';
import { serialsOf } from './serials.js';

const REFUSAL_FIELDS = { 'ballot.slip-unknown': 'serials', 'ballot.slips-issued': 'serials' };

interface SlipsLeftProps {
  readonly id: string;
  readonly slips: SlipFigures;
}

/** The slips that nobody drew, voided in public before the opening: until none is left, nothing opens. */
export function SlipsLeft({ id, slips: { left } }: SlipsLeftProps) {
  const { t } = useTranslation('issuing');
  const [form] = Form.useForm<{ serials: string }>();
  const typed = Form.useWatch('serials', form) ?? '';
  const serials = serialsOf(typed);
  const work = useAction((given: readonly number[]) => voidSlips(id, given), {
    done: t('left.done'),
    changes: BALLOT_CHANGES,
    onTaken: () => form.resetFields(),
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  if (left === 0) return null;
  return (
    <Section title={t('left.title', { count: left })}>
      <p className="quiet">{t('left.intro')}</p>
      <Form form={form} layout="vertical" requiredMark={false}>
        <Form.Item
          name="serials"
          label={t('left.serials')}
          extra={serials && serials.length > 0 ? t('left.count', { count: serials.length }) : t('left.hint')}
          rules={[
            {
              validator: (_, text: string = '') => (serialsOf(text) ? Promise.resolve() : Promise.reject(new Error(t('left.unreadable')))),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Popconfirm title={t('left.confirm', { count: serials?.length ?? 0 })} onConfirm={() => serials && work.mutate(serials)}>
          <Button disabled={!serials || serials.length === 0} loading={work.isPending}>
            {t('left.action')}
          </Button>
        </Popconfirm>
      </Form>
    </Section>
  );
}
