import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, NominationView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { useDelegations } from '../../shared/congress/members.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { PeopleField } from '../../shared/congress/PeopleField.js';
import { PersonField } from '../../shared/congress/PersonField.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { nominate } from './nomination-requests.js';
import { type Fields, nomineeOf } from './nominee.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const NAME_MAX = 100;
const PROPOSERS = ['delegation', 'delegates', 'outgoing-committee', 'higher-union'] as const;
const NOBODY: ReadonlySet<string> = new Set();
const REFUSAL_FIELDS = {
  'ballot.already-nominated': 'person',
  'ballot.candidate-unknown': 'person',
  'ballot.officer-is-candidate': 'person',
  'ballot.officer-is-relative': 'person',
  'ballot.proposer-unknown': 'by',
  memberId: 'person',
  name: 'name',
  'proposer.delegationId': 'delegationId',
  'proposer.memberIds': 'delegates',
};

interface NominateFormProps {
  readonly ballot: BallotView;
  readonly nomination: NominationView;
}

/** Puts somebody forward who was proposed: who it is, and by whom, as the rules have it. */
export function NominateForm({ ballot, nomination }: NominateFormProps) {
  const { t } = useTranslation('nomination');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const { from = 'here', by = 'delegation' } = (Form.useWatch([], form) ?? {}) as Partial<Fields>;
  const delegations = useDelegations(ballot.sessionId);
  const kept = useKeptText({ form: 'nominee', about: ballot.id });
  const work = useAction((fields: Fields) => nominate(ballot.id, nomineeOf(fields)), {
    done: t('nominate.done'),
    changes: BALLOT_CHANGES,
    onTaken: () => {
      form.resetFields(['person', 'name']); // Names come in by delegation: the proposer stays.
      kept.forget();
    },
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  return (
    <Section title={t('nominate.title')}>
      <p className="quiet">{t('nominate.intro')}</p>
      {nomination.postedOn && <Alert className="section" type="warning" showIcon title={t('nominate.postsAnew')} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: 'here', by: 'delegation' }}
        onFinish={(fields) => work.mutate(fields)}
      >
        <Form.Item name="from" label={t('nominate.who')}>
          <Radio.Group
            options={[
              { value: 'here', label: t('nominate.here') },
              { value: 'elsewhere', label: t('nominate.elsewhere') },
            ]}
          />
        </Form.Item>
        {from === 'here' ? (
          <Form.Item name="person" label={t('nominate.person')} rules={[required(t('nominate.person'))]}>
            <PersonField label={t('nominate.person')} />
          </Form.Item>
        ) : (
          <Form.Item name="name" label={t('nominate.name')} rules={[written(t('nominate.name')), atMost(NAME_MAX)]}>
            <Input count={counted(NAME_MAX)} />
          </Form.Item>
        )}
        <Form.Item name="by" label={t('nominate.by')}>
          <Radio.Group options={PROPOSERS.map((each) => ({ value: each, label: t(`proposers.${each}`) }))} />
        </Form.Item>
        {by === 'delegation' && (
          <Form.Item name="delegationId" label={t('nominate.delegation')} rules={[required(t('nominate.delegation'))]}>
            <Select
              loading={delegations.isPending}
              options={(delegations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        {by === 'delegates' && (
          <Form.Item name="delegates" label={t('nominate.delegates')} rules={[required(t('nominate.delegates'))]}>
            <PeopleField label={t('nominate.delegates')} without={NOBODY} />
          </Form.Item>
        )}
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={work.isPending}>
          {t('nominate.action')}
        </Button>
      </Form>
    </Section>
  );
}
