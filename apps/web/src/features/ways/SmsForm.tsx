import { SMS_FORMATS, SMS_METHODS, SMS_NUMBERS } from '@plenum/contracts';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { SMS_REFUSAL_FIELDS, type SmsFields, smsFieldsOf, wantedSmsOf } from './sms-fields.js';
import { setSms, type SmsWay, WAY_CHANGES } from './way-requests.js';

const LINES = { minRows: 2, maxRows: 10 };
const CODE_LISTS = ['accepted', 'temporary', 'numberRefused', 'accountRefused'] as const;

/** How a gateway is asked and what its answers mean; its secret is typed anew each time, since nobody is shown it again. */
export function SmsForm({ way, onClose }: { readonly way: SmsWay; readonly onClose: () => void }) {
  const { t } = useTranslation('ways');
  const { t: common } = useTranslation();
  const [form] = Form.useForm<SmsFields>();
  const outdated = useOutdated(way, { changes: WAY_CHANGES });
  const atField = useRefusedFields(form, SMS_REFUSAL_FIELDS);
  const { gateway } = way;
  const save = useVersionedAction(outdated, (version, fields: SmsFields) => setSms(wantedSmsOf(fields, gateway?.isOn ?? true), version), {
    done: t('saved'),
    onDone: onClose,
    onRefused: atField,
  });
  return (
    <Form
      form={form}
      name="sms"
      layout="vertical"
      requiredMark={false}
      initialValues={smsFieldsOf(gateway)}
      onFinish={(fields) => save.mutate(fields)}
    >
      <p className="quiet">{t('sms.how')}</p>
      <ConflictNotice of={outdated} lines={({ gateway: now }) => [[t('sms.url'), now?.url ?? t('sms.none')]]} />
      <RequestFields isKept={gateway?.hasSecret === true} />
      <TextFields />
      <AnswerFields />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {common('save')}
        </Button>
        <Button disabled={save.isPending} onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </Form>
  );
}

function RequestFields({ isKept }: { readonly isKept: boolean }) {
  const { t } = useTranslation('ways');
  const { written } = useRequiredRules();
  return (
    <>
      <Form.Item name="url" label={t('sms.url')} extra={t('sms.urlHint')} rules={[written(t('sms.url'))]}>
        <Input autoComplete="off" inputMode="url" />
      </Form.Item>
      <Form.Item name="method" label={t('sms.method')}>
        <Radio.Group options={SMS_METHODS.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="format" label={t('sms.format')}>
        <Radio.Group options={SMS_FORMATS.map((value) => ({ value, label: t(`sms.formats.${value}`) }))} />
      </Form.Item>
      <Form.Item name="headers" label={t('sms.headers')} extra={t('sms.headersHint')}>
        <Input.TextArea autoSize={LINES} spellCheck={false} />
      </Form.Item>
      <Form.Item name="body" label={t('sms.body')} extra={t('sms.bodyHint')} rules={[written(t('sms.body'))]}>
        <Input.TextArea autoSize={LINES} spellCheck={false} />
      </Form.Item>
      <Form.Item name="secret" label={t('sms.secret')} extra={t(isKept ? 'sms.secretKept' : 'sms.secretHint')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

function TextFields() {
  const { t } = useTranslation('ways');
  const { required } = useRequiredRules();
  return (
    <>
      <Form.Item name="numbers" label={t('sms.numbers')}>
        <Radio.Group options={SMS_NUMBERS.map((value) => ({ value, label: t(`sms.numberForms.${value}`) }))} />
      </Form.Item>
      <Form.Item name="signature" label={t('sms.signature')} extra={t('sms.signatureHint')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="charactersMax"
        label={t('sms.charactersMax')}
        extra={t('sms.charactersHint')}
        rules={[required(t('sms.charactersMax'))]}
      >
        <InputNumber min={70} max={500} precision={0} />
      </Form.Item>
      <Form.Item name="perMinuteMax" label={t('sms.perMinuteMax')} rules={[required(t('sms.perMinuteMax'))]}>
        <InputNumber min={1} max={3_000} precision={0} />
      </Form.Item>
    </>
  );
}

function AnswerFields() {
  const { t } = useTranslation('ways');
  return (
    <>
      <Form.Item name="codeAt" label={t('sms.codeAt')} extra={t('sms.codeAtHint')}>
        <Input autoComplete="off" placeholder={t('sms.codeAtPlaceholder')} />
      </Form.Item>
      {CODE_LISTS.map((list) => (
        <Form.Item key={list} name={list} label={t(`sms.codes.${list}`)}>
          <Input autoComplete="off" placeholder={t('sms.codesPlaceholder')} />
        </Form.Item>
      ))}
    </>
  );
}
