import { Button, Form, InputNumber, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { replaceSlip, takeBackSlip } from './issuing-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const SERIAL_MAX = 99_999;
const REFUSAL_FIELDS = {
  'ballot.slip-unknown': 'serial',
  'ballot.slip-void': 'serial',
  'ballot.no-slips-left': 'serial',
  serial: 'serial',
};

interface SlipReturnProps {
  readonly id: string;
  readonly person: NamedChoice;
  readonly onServed: () => void;
}

/**
 * A slip that is lost, or given back: void by the number on its stub. A wrong number would void somebody else's, so it is asked once more.
 */
export function SlipReturn({ id, person, onServed }: SlipReturnProps) {
  const { t } = useTranslation('issuing');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<{ serial: number }>();
  const serial = Form.useWatch('serial', form);
  const onRefused = useRefusedFields(form, REFUSAL_FIELDS);
  const options = (done: string) => ({ done, changes: BALLOT_CHANGES, onDone: onServed, onRefused });
  const replace = useAction((lost: number) => replaceSlip(id, person.id, lost), options(t('done.lost')));
  const takeBack = useAction((given: number) => takeBackSlip(id, person.id, given), options(t('done.slipBack', { name: person.name })));
  const field = t('slip.serial');
  const withSerial = (work: (serial: number) => void) =>
    void form
      .validateFields()
      .then((fields) => work(fields.serial))
      .catch(() => undefined);
  return (
    <Form form={form} layout="vertical" requiredMark={false}>
      <Form.Item name="serial" label={field} extra={t('slip.serialHint')} rules={[required(field)]}>
        <InputNumber autoFocus size="large" min={1} max={SERIAL_MAX} precision={0} />
      </Form.Item>
      <div className="claimant-acts">
        <Popconfirm
          title={t('slip.confirm', { serial: serial ?? '' })}
          disabled={!serial}
          onConfirm={() => withSerial((lost) => replace.mutate(lost))}
        >
          <Button type="primary" size="large" loading={replace.isPending} onClick={() => !serial && withSerial(() => undefined)}>
            {t('act.lost')}
          </Button>
        </Popconfirm>
        <Popconfirm
          title={t('slip.confirm', { serial: serial ?? '' })}
          disabled={!serial}
          onConfirm={() => withSerial((given) => takeBack.mutate(given))}
        >
          <Button size="large" loading={takeBack.isPending} onClick={() => !serial && withSerial(() => undefined)}>
            {t('act.slipBack')}
          </Button>
        </Popconfirm>
      </div>
    </Form>
  );
}
