import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { QUORUM_NAMES, QUORUMS, type QuorumName } from './quorum.js';
import { SET_UP_CHANGES, setUpSession, type Term } from '../setup-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const ZONE = ':00+08:00'; // Times are those of where the congress sits, whatever the device says.
const TITLE_MAX = 60;
const REFUSAL_FIELDS = {
  'congress.session-exists': 'sessionNo',
  'congress.session-times': 'closesAt',
  'congress.session-outside-term': 'opensAt',
  title: 'title',
  sessionNo: 'sessionNo',
  opensAt: 'opensAt',
  closesAt: 'closesAt',
};

interface Fields {
  readonly termId: string;
  readonly sessionNo: number;
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly quorum: QuorumName;
}

interface SessionFormProps {
  readonly terms: readonly Term[];
  /** The number that is proposed. */
  readonly next: number;
}

/** A session of a term: when it is and how many must be there. */
export function SessionForm({ terms, next }: SessionFormProps) {
  const { t } = useTranslation('setup');
  const { required, written } = useRequiredRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'session', about: 'new' });
  const refused = useRefusedFields(form, REFUSAL_FIELDS);
  const send = async ({ quorum, opensAt, closesAt, ...facts }: Fields) => {
    await setUpSession({ ...facts, opensAt: opensAt + ZONE, closesAt: closesAt + ZONE, quorum: QUORUMS[quorum] });
    kept.forget(); // Before the list comes anew: with it comes the next form, which must not find what was just sent.
  };
  const add = useAction(send, { done: t('sessions.done'), changes: SET_UP_CHANGES, onRefused: refused });
  const textRule = useTextRules();
  const termName = ({ termNo, kind }: Term) => t('terms.name', { number: termNo, kind: t(`kinds.${kind}`) });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ termId: terms[0]?.id, sessionNo: next, quorum: 'twoThirds' }}
      onFinish={(fields) => add.mutate(fields)}
    >
      <div className="act-fields">
        <Form.Item name="termId" label={t('sessions.term')}>
          <Select className="setup-wide" options={terms.map((term) => ({ value: term.id, label: termName(term) }))} />
        </Form.Item>
        <Form.Item name="sessionNo" label={t('sessions.number')} rules={[required(t('sessions.number'))]}>
          <InputNumber min={1} max={200} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name="title"
        label={t('sessions.name')}
        extra={t('sessions.nameHint')}
        rules={[written(t('sessions.name')), textRule(TITLE_MAX)]}
      >
        <Input autoComplete="off" count={counted(TITLE_MAX)} />
      </Form.Item>
      <div className="act-fields">
        <Form.Item name="opensAt" label={t('sessions.opensAt')} rules={[required(t('sessions.opensAt'))]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="closesAt" label={t('sessions.closesAt')} rules={[required(t('sessions.closesAt'))]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="quorum" label={t('sessions.quorum')} extra={t('sessions.quorumHint')}>
          <Select className="setup-wide" options={QUORUM_NAMES.map((name) => ({ value: name, label: t(`quorum.${name}`) }))} />
        </Form.Item>
      </div>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('sessions.add')}
      </Button>
    </Form>
  );
}
