import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { raiseObjection } from './objection-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const TEXT_MAX = 2_000;

interface Fields {
  readonly text: string;
}

/** What somebody objects to the result, in their own words. */
export function ObjectionForm({ id }: { readonly id: string }) {
  const { t } = useTranslation('objections');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const kept = useKeptText({ form: 'objection', about: id });
  const raise = useAction(({ text }: Fields) => raiseObjection(id, text), {
    done: t('raise.done'),
    changes: BALLOT_CHANGES,
    onDone: () => kept.forget(),
  });
  return (
    <Section title={t('raise.title')}>
      <p className="quiet">{t('raise.intro')}</p>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => raise.mutate(fields)}>
        <Form.Item name="text" label={t('raise.text')} rules={[written(t('raise.text')), atMost(TEXT_MAX)]}>
          <Input.TextArea rows={5} count={counted(TEXT_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={raise.isPending}>
          {t('raise.action')}
        </Button>
      </Form>
    </Section>
  );
}
