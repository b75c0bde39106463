import { Button, Card, Form, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { OPINION_CHANGES, type OpinionBoxView, setBox, useOpinionBox } from './opinion-requests.js';

const KINDS = ['working-days', 'days', 'months'] as const;
const [DAYS_MAX, PER_DAY_MAX, WAITING_MAX] = [366, 50, 200];

interface Period {
  readonly n: number;
  readonly kind: (typeof KINDS)[number];
}

interface Fields {
  readonly isOpen: boolean;
  readonly decideWithin: Period;
  readonly answerWithin: Period;
  readonly perDayMax: number;
  readonly waitingMax: number;
}

/** The committee says how the box is kept. */
export function BoxPage() {
  const { t } = useTranslation('opinions');
  const box = useOpinionBox();
  return (
    <Page title={t('box.title')} intro={t('box.intro')} back="/opinions">
      <Card>
        <QueryView query={box} lines={6}>
          {(data) => (data.maySet ? <Keeping key={data.version} box={data} /> : <EmptyState text={t('box.notYours')} />)}
        </QueryView>
      </Card>
    </Page>
  );
}

function Keeping({ box }: { readonly box: OpinionBoxView }) {
  const { t } = useTranslation('opinions');
  const { version, maySet: _, ...asItIs } = box;
  const kept = useKeptText({ form: 'opinion-box', about: 'rules', basis: version });
  const save = useAction((fields: Fields) => setBox({ ...fields, version }), {
    done: t('box.done'),
    changes: OPINION_CHANGES,
    onDone: () => kept.forget(),
  });
  return (
    <Form<Fields> name="box" layout="vertical" requiredMark={false} initialValues={asItIs} onFinish={(fields) => save.mutate(fields)}>
      <Form.Item name="isOpen" label={t('box.isOpen')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <PeriodFields of="decideWithin" />
      <PeriodFields of="answerWithin" />
      <LimitField of="perDayMax" max={PER_DAY_MAX} />
      <LimitField of="waitingMax" max={WAITING_MAX} />
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('box.submit')}
      </Button>
    </Form>
  );
}

function PeriodFields({ of }: { readonly of: 'decideWithin' | 'answerWithin' }) {
  const { t } = useTranslation('opinions');
  const { required } = useRequiredRules();
  const label = t(`box.${of}`);
  return (
    <div className="act-fields">
      <Form.Item name={[of, 'n']} label={label} extra={t(`box.${of}Hint`)} rules={[required(label)]}>
        <InputNumber min={1} max={DAYS_MAX} precision={0} />
      </Form.Item>
      <Form.Item name={[of, 'kind']} label={t('box.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`box.kinds.${value}`) }))} />
      </Form.Item>
    </div>
  );
}

function LimitField({ of, max }: { readonly of: 'perDayMax' | 'waitingMax'; readonly max: number }) {
  const { t } = useTranslation('opinions');
  const { required } = useRequiredRules();
  const label = t(`box.${of}`);
  return (
    <Form.Item name={of} label={label} rules={[required(label)]}>
      <InputNumber min={1} max={max} precision={0} />
    </Form.Item>
  );
}
