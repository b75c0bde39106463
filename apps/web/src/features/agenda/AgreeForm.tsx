import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { Section } from '../../shared/page/Section.js';
import { civilDateOf } from '../../shared/text/formats.js';
import { AGENDA_CHANGES, type AgendaView, agreeAgenda } from './agenda-requests.js';

const PARTY_MAX = 100;

interface Fields {
  readonly party: string;
  readonly on: string;
}

/** Records that the topics were agreed with the school: from then on delegates see them. */
export function AgreeForm({ agenda }: { readonly agenda: AgendaView }) {
  const { t } = useTranslation('agenda');
  const { written, required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const refused = useRefusedFields(form, { party: 'party', on: 'on' });
  const outdated = useOutdated(agenda, { changes: AGENDA_CHANGES, isLive: true });
  const agree = useVersionedAction<AgendaView, Fields>(outdated, (version, said) => agreeAgenda(agenda.sessionId, said, version), {
    done: t('agree.done'),
    onRefused: refused,
  });
  if (!agenda.allowedActions.includes('agree')) {
    return (
      <Section title={t('agree.title')} isOnScreenOnly>
        <p className="quiet">{t('agree.incomplete')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('agree.title')} isOnScreenOnly>
      <Form<Fields>
        form={form}
        name="agenda-agreement"
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: civilDateOf(new Date()) }}
        onFinish={(fields) => agree.mutate(fields)}
      >
        <div className="act-fields">
          <Form.Item
            name="party"
            label={t('agree.party')}
            extra={t('agree.partyHint')}
            rules={[written(t('agree.party')), atMost(PARTY_MAX)]}
          >
            <Input autoComplete="off" count={counted(PARTY_MAX)} />
          </Form.Item>
          <Form.Item name="on" label={t('agree.on')} rules={[required(t('agree.on'))]}>
            <Input type="date" />
          </Form.Item>
        </div>
        <ConflictNotice of={outdated} />
        <Button type="primary" htmlType="submit" loading={agree.isPending}>
          {t('agree.action', { count: agenda.items.length })}
        </Button>
      </Form>
    </Section>
  );
}
