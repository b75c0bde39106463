import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { correctSignature, type ServedPerson, SIGNATURE_CHANGES } from './proof-requests.js';

const REASON_MAX = 500;

interface Fields {
  readonly what: 'not-signed' | 'other-day';
  readonly signedOn?: string;
  readonly reason: string;
}

interface CorrectSignatureProps {
  readonly matterId: string;
  readonly person: ServedPerson;
  readonly paper: NonNullable<ServedPerson['paper']>;
}

/** Corrects what is on record of somebody's signature: another day, or that they did not sign; with a reason. */
export function CorrectSignature({ matterId, person: { memberId, name, staffNo, toldAt }, paper }: CorrectSignatureProps) {
  const { t } = useTranslation('proof');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const what = Form.useWatch('what', form);
  const kept = useKeptText({ form: 'signature-correction', about: `${matterId}/${memberId}` });
  const who = t('who', { name, staffNo });
  const correcting = useAction(
    ({ what: wanted, signedOn, reason }: Fields) =>
      correctSignature(matterId, memberId, {
        signedOn: wanted === 'not-signed' ? null : (signedOn ?? null),
        reason,
        version: paper.version,
      }),
    { done: t('correct.done'), changes: SIGNATURE_CHANGES, onDone: () => (kept.forget(), setOpen(false)) },
  );
  return (
    <>
      <Button size="small" aria-label={t('correct.of', { who })} onClick={() => setOpen(true)}>
        {t('correct.open')}
      </Button>
      <Modal
        title={t('correct.of', { who })}
        open={isOpen}
        destroyOnHidden
        okText={t('correct.act')}
        okButtonProps={{ htmlType: 'submit', loading: correcting.isPending }}
        onCancel={() => setOpen(false)}
        modalRender={(dialog) => (
          <Form<Fields>
            form={form}
            name="correct-signature"
            layout="vertical"
            requiredMark={false}
            initialValues={{ what: 'not-signed', signedOn: paper.signedOn ?? '' }}
            onFinish={correcting.mutate}
          >
            {dialog}
          </Form>
        )}
      >
        <Form.Item name="what" label={t('correct.what')}>
          <Radio.Group
            options={[
              { value: 'not-signed', label: t('correct.notSigned') },
              { value: 'other-day', label: t('correct.otherDay') },
            ]}
          />
        </Form.Item>
        {what === 'other-day' && (
          <Form.Item name="signedOn" label={t('correct.day')} rules={[required(t('correct.day'))]}>
            <Input type="date" min={civilDateOf(new Date(toldAt))} max={civilDateOf(new Date())} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('correct.reason')} rules={[written(t('correct.reason')), atMost(REASON_MAX)]}>
          <Input.TextArea rows={3} count={counted(REASON_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
      </Modal>
    </>
  );
}
