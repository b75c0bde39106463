import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../forms/use-action.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { useRetryKey } from '../forms/use-retry-key.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { Section } from '../page/Section.js';
import { useNameOf } from '../text/use-name-of.js';
import { COMMITMENT_CHANGES, enterCommitment, useCommitmentsOf } from './commitment-queries.js';
import { CommitmentRows } from './CommitmentRows.js';

const PROMISE_MAX = 2_000;

interface Fields {
  readonly unitId?: string;
  readonly promise: string;
  readonly dueOn: Dayjs;
}

/** What was promised on a proposal; the committee may enter what the reply says and the unit did not list. */
export function PromisesOnProposal({ proposalId }: { readonly proposalId: string }) {
  const { t } = useTranslation('ledger');
  const commitments = useCommitmentsOf(proposalId);
  const [isOpen, setOpen] = useState(false);
  const { items = [], mayCommitFor: units = [] } = commitments.data ?? {};
  const mayCommit = units.length > 0;
  if (items.length === 0 && !mayCommit) return null;
  const entering = mayCommit && (
    <Button size="small" onClick={() => setOpen(true)}>
      {t('enter.open')}
    </Button>
  );
  return (
    <Section title={t('ofProposal')} extra={entering}>
      {items.length === 0 ? (
        <p className="quiet">{t('noneOfProposal')}</p>
      ) : (
        <CommitmentRows items={items} label={t('ofProposal')} isOnProposal />
      )}
      {isOpen && <EnterDialog proposalId={proposalId} units={units} onClose={() => setOpen(false)} />}
    </Section>
  );
}

interface EnterDialogProps {
  readonly proposalId: string;
  /** Those whose replies stand: where there are several, one is named. */
  readonly units: readonly { readonly id: string; readonly name: string | null }[];
  readonly onClose: () => void;
}

function EnterDialog({ proposalId, units, onClose }: EnterDialogProps) {
  const nameOf = useNameOf();
  const { t } = useTranslation('ledger');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'promise', about: proposalId });
  const entering = useAction(
    ({ unitId, promise, dueOn }: Fields) => {
      const body = { ...(unitId ? { unitId } : {}), promise, due: { kind: 'date' as const, date: dueOn.format('YYYY-MM-DD') } };
      return enterCommitment(proposalId, body, keyOf(body));
    },
    {
      done: t('enter.done'),
      changes: COMMITMENT_CHANGES,
      onDone: () => {
        kept.forget();
        onClose();
      },
    },
  );
  return (
    <Modal
      open
      title={t('enter.title')}
      okText={t('enter.submit')}
      confirmLoading={entering.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet">{t('enter.hint')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => entering.mutate(fields)}>
        {units.length > 1 && (
          <Form.Item name="unitId" label={t('enter.unit')} rules={[required(t('enter.unit'))]}>
            <Select options={units.map((unit) => ({ value: unit.id, label: nameOf(unit) }))} />
          </Form.Item>
        )}
        <Form.Item name="promise" label={t('promise')} rules={[written(t('promise')), atMost(PROMISE_MAX)]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} count={counted(PROMISE_MAX)} />
        </Form.Item>
        <Form.Item name="dueOn" label={t('dueOn')} rules={[required(t('dueOn'))]}>
          <DatePicker />
        </Form.Item>
        <KeptNote kept={kept} />
      </Form>
    </Modal>
  );
}
