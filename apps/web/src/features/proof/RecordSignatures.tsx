import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { recordSignatures, SIGNATURE_CHANGES } from './proof-requests.js';

interface RecordSignaturesProps {
  readonly id: string;
  readonly toldAt: string;
  readonly chosen: readonly string[];
  readonly onRecorded: () => void;
}

/** Puts on record that those who are chosen signed on paper, on one day: the button says how many they are. */
export function RecordSignatures({ id, toldAt, chosen, onRecorded }: RecordSignaturesProps) {
  const { t } = useTranslation('proof');
  const { required } = useRequiredRules();
  const today = civilDateOf(new Date());
  const recording = useAction(({ signedOn }: { signedOn: string }) => recordSignatures(id, { memberIds: [...chosen], signedOn }), {
    done: t('record.done', { count: chosen.length }),
    changes: SIGNATURE_CHANGES,
    onDone: onRecorded,
  });
  return (
    <Form name="signatures" layout="vertical" requiredMark={false} initialValues={{ signedOn: today }} onFinish={recording.mutate}>
      <Form.Item name="signedOn" label={t('record.day')} rules={[required(t('record.day'))]}>
        <Input className="served-day" type="date" min={civilDateOf(new Date(toldAt))} max={today} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={recording.isPending} disabled={chosen.length === 0}>
        {chosen.length === 0 ? t('record.nobody') : t('record.act', { count: chosen.length })}
      </Button>
    </Form>
  );
}
