import { Button, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { useUnits } from '../../shared/congress/members.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { UnitHints } from '../../shared/similar/UnitHints.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { assignProposal, type Routing } from './committee.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

interface Fields {
  readonly leadUnitId: string;
  readonly assistingUnitIds?: string[];
  readonly dueOn?: Dayjs | null;
}

/** Names the unit that answers, the units that assist, and by when. */
export function AssignForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { required } = useRequiredRules();
  const { t: common } = useTranslation();
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  const units = useUnits();
  const [form] = Form.useForm<Fields>();
  const leadUnitId = Form.useWatch('leadUnitId', form);
  const kept = useKeptText({ form: 'assignment', about: proposal.id });
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES, isLive: true });
  const assign = useVersionedAction(outdated, (version, routing: Routing) => assignProposal(proposal.id, { ...routing, version }), {
    done: t('assign.done'),
    onDone: () => kept.forget(),
  });
  const options = (units.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const today = dayjs(civilDateOf(new Date()));
  return (
    <section className="decision">
      <h2>{t('assign.title')}</h2>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => assign.mutate(routingOf(fields))}>
        <Form.Item name="leadUnitId" label={t('assign.leadUnit')} rules={[required(t('assign.leadUnit'))]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={common('chooseUnit')}
            options={options}
            loading={units.isPending}
          />
        </Form.Item>
        {proposal.suggestedUnit && (
          <p className="quiet small">
            {words('suggestedUnit')}: {nameOf(proposal.suggestedUnit)}
          </p>
        )}
        <UnitHints content={proposal} except={proposal.id} onChoose={(unitId) => form.setFieldsValue({ leadUnitId: unitId })} />
        <Form.Item name="assistingUnitIds" label={t('assign.assistingUnits')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={common('chooseUnit')}
            options={options.filter(({ value }) => value !== leadUnitId)}
          />
        </Form.Item>
        <Form.Item name="dueOn" label={t('assign.dueOn')} extra={t('assign.dueHint')}>
          <DatePicker className="fill" disabledDate={(day) => day.isBefore(today, 'day')} />
        </Form.Item>
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={assign.isPending}>
          {t('assign.submit')}
        </Button>
      </Form>
    </section>
  );
}

function routingOf({ leadUnitId, assistingUnitIds = [], dueOn }: Fields): Routing {
  const assisting = assistingUnitIds.filter((id) => id !== leadUnitId);
  return { leadUnitId, assistingUnitIds: assisting, ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : {}) };
}
