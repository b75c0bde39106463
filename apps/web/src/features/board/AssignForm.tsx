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
import { useAction } from '../../shared/forms/use-action.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { assignProposal, type Routing } from './committee.js';

interface Fields {
  readonly leadUnitId: string;
  readonly assistingUnitIds?: string[];
  readonly dueOn?: Dayjs | null;
}

/** Names the unit that answers, the units that assist, and by when. */
export function AssignForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const units = useUnits();
  const [form] = Form.useForm<Fields>();
  const leadUnitId = Form.useWatch('leadUnitId', form);
  const kept = useKeptText({ form: 'assignment', about: proposal.id });
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES, isLive: true });
  const assign = useAction((routing: Routing) => assignProposal(proposal.id, { ...routing, version: outdated.version }), {
    done: t('assign.done'),
    changes: PROPOSAL_CHANGES,
    onDone: ({ version }) => (kept.forget(), outdated.taken(version)),
    onRefused: outdated.refused,
  });
  const options = (units.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const today = dayjs(civilDateOf(new Date()));
  return (
    <section className="decision">
      <h2>{t('assign.title')}</h2>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => assign.mutate(routingOf(fields))}>
        <Form.Item
          name="leadUnitId"
          label={t('assign.leadUnit')}
          rules={[{ required: true, message: common('fillIn', { field: t('assign.leadUnit') }) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={common('chooseUnit')}
            options={options}
            loading={units.isPending}
          />
        </Form.Item>
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
        {outdated.rival && <ConflictNotice />}
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
