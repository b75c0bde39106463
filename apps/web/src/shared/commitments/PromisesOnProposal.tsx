import { Button, DatePicker, Form, Input, Modal } from 'antd';
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
import { COMMITMENT_CHANGES, enterCommitment, useCommitmentsOf } from './commitment-queries.js';
import { CommitmentRows } from './CommitmentRows.js';

const PROMISE_MAX = 2_000;

interface Fields {
  readonly promise: string;
  readonly dueOn: Dayjs;
}

/** What was promised on a proposal; the committee may enter what the reply says and the unit did not list. */
export function PromisesOnProposal({ proposalId }: { readonly proposalId: string }) {
  const { t } = useTranslation('ledger');
  const commitments = useCommitmentsOf(proposalId);
  const [isOpen, setOpen] = useState(false);
  const { items = [], mayCommit = false } = commitments.data ?? {};
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
      {isOpen && <EnterDialog proposalId={proposalId} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function EnterDialog({ proposalId, onClose }: { readonly proposalId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('ledger');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'promise', about: proposalId });
  const entering = useAction(
    ({ promise, dueOn }: Fields) => {
      const body = { promise, due: { kind: 'date' as const, date: dueOn.format('YYYY-MM-DD') } };
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
