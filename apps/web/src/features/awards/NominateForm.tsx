import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import { useUnits } from '../../shared/congress/members.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { useProposals } from '../../shared/proposal/queries.js';
import { AWARD_CHANGES, type AwardItem, CRITERIA, type Criterion, nominate } from './award-requests.js';

const CITATION_MAX = 1_000;
const SHOWN_MAX = 20;
/** What was filed, wherever it is. */
const FILED: ProposalState[] = ['FILED', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'];

interface Fields {
  readonly kind: AwardItem['kind'];
  readonly proposalId?: string;
  readonly unitId?: string;
  readonly criteria: Criterion[];
  readonly citation: string;
}

/** The committee nominates a proposal, or a unit that answered. */
export function NominateForm({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('awards');
  const { required, written, ticked } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'PROPOSAL';
  const kept = useKeptText({ form: 'nomination', about: sessionId });
  const send = useAction(
    ({ proposalId, unitId, ...said }: Fields) =>
      nominate({ ...said, sessionId, nomineeId: (said.kind === 'PROPOSAL' ? proposalId : unitId) ?? '' }),
    {
      done: t('nominate.done'),
      changes: AWARD_CHANGES,
      onDone: () => {
        form.resetFields();
        kept.forget();
      },
    },
  );
  return (
    <Form<Fields>
      form={form}
      name="nomination"
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'PROPOSAL', criteria: [] }}
      onFinish={(fields) => send.mutate(fields)}
    >
      <Form.Item name="kind" label={t('nominate.kind')}>
        <Radio.Group
          options={(['PROPOSAL', 'UNIT'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={() => form.setFieldValue('criteria', [])}
        />
      </Form.Item>
      {kind === 'PROPOSAL' ? (
        <Form.Item name="proposalId" label={t('nominate.proposal')} rules={[required(t('nominate.proposal'))]}>
          <ProposalSelect sessionId={sessionId} />
        </Form.Item>
      ) : (
        <UnitField />
      )}
      <Form.Item name="criteria" label={t('nominate.criteria')} rules={[ticked(t('nominate.needed'))]}>
        <Checkbox.Group options={CRITERIA[kind].map((value) => ({ value, label: t(`criteria.${value}`) }))} />
      </Form.Item>
      <Form.Item name="citation" label={t('nominate.citation')} rules={[written(t('nominate.citation')), atMost(CITATION_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} count={counted(CITATION_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('nominate.submit')}
      </Button>
    </Form>
  );
}

interface ProposalSelectProps {
  readonly sessionId: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}

/** Filed proposals of the session, found by words or number. */
function ProposalSelect({ sessionId, ...field }: ProposalSelectProps) {
  const { t } = useTranslation('awards');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useProposals({ scope: 'board', sessionId, state: FILED, pageSize: SHOWN_MAX, ...(search === '' ? {} : { search }) });
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('nominate.find')}
      loading={found.isPending}
      options={(found.data?.items ?? []).map(({ id, subject, docketNo }) => ({
        value: id,
        label: docketNo ? t('nominate.docketed', { docketNo, subject }) : subject,
      }))}
    />
  );
}

function UnitField() {
  const { t } = useTranslation('awards');
  const { t: common } = useTranslation();
  const { required } = useRequiredRules();
  const units = useUnits();
  return (
    <Form.Item name="unitId" label={t('nominate.unit')} rules={[required(t('nominate.unit'))]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={common('chooseUnit')}
        options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
