import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { Section } from '../page/Section.js';
import { useAction } from '../forms/use-action.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { PROPOSAL_CHANGES } from '../proposal/queries.js';
import { explainSilence } from './feedback-requests.js';

const EXPLANATION_MAX = 2000;

interface Fields {
  readonly explanation: string;
}

/** Why the reply was not rated in time, where the call wants that explained. */
export function SilenceForm({ proposalId, handling }: { readonly proposalId: string; readonly handling: HandlingView }) {
  const { t } = useTranslation('feedback');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const kept = useKeptText({ form: 'silence', about: handling.id });
  const explain = useAction(({ explanation }: Fields) => explainSilence(proposalId, handling.id, explanation, handling.version), {
    done: t('explain.done'),
    changes: PROPOSAL_CHANGES,
    onDone: () => kept.forget(),
  });
  return (
    <Section title={t('explain.title')}>
      <p className="quiet">{t('explain.intro')}</p>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => explain.mutate(fields)}>
        <Form.Item name="explanation" label={t('explain.label')} rules={[written(t('explain.label')), atMost(EXPLANATION_MAX)]}>
          <Input.TextArea rows={3} count={counted(EXPLANATION_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button htmlType="submit" loading={explain.isPending}>
          {t('explain.submit')}
        </Button>
      </Form>
    </Section>
  );
}
