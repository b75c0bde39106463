import { Button, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { PersonField } from '../../shared/congress/PersonField.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { declareRelatives, type Kinship } from './nomination-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const KINDS: readonly Kinship[] = ['spouse', 'parent-child', 'siblings'];
const REFUSAL_FIELDS = { memberIds: 'other', 'ballot.relative-unknown': 'other', 'ballot.not-an-organiser': 'one' };

interface Pair {
  readonly one: NamedChoice;
  readonly other: NamedChoice;
  readonly kind: Kinship;
}

/** Declares that two members are near relatives: an officer their own, an organiser anybody's. */
export function DeclareForm({ ballotId }: { readonly ballotId: string }) {
  const { t } = useTranslation('nomination');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<Pair>();
  const kept = useKeptText({ form: 'relatives', about: ballotId });
  const declare = useAction(({ one, other, kind }: Pair) => declareRelatives(ballotId, { memberIds: [one.id, other.id], kind }), {
    done: t('relatives.declared'),
    changes: BALLOT_CHANGES,
    onTaken: () => {
      form.resetFields();
      kept.forget();
    },
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  return (
    <Section title={t('relatives.formTitle')}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'spouse' }} onFinish={(pair) => declare.mutate(pair)}>
        <Form.Item name="one" label={t('relatives.one')} rules={[required(t('relatives.one'))]}>
          <PersonField label={t('relatives.one')} />
        </Form.Item>
        <Form.Item name="other" label={t('relatives.other')} rules={[required(t('relatives.other'))]}>
          <PersonField label={t('relatives.other')} />
        </Form.Item>
        <Form.Item name="kind" label={t('relatives.kind')}>
          <Radio.Group options={KINDS.map((kind) => ({ value: kind, label: t(`relatives.kinds.${kind}`) }))} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={declare.isPending}>
          {t('relatives.declare')}
        </Button>
      </Form>
    </Section>
  );
}
