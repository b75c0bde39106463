import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PapersView } from '../../../shared/congress/papers.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { PAPER_CHANGES, setPapersRule } from './paper-requests.js';

const CLAUSE_MAX = 100;
const DAYS_MAX = 30;

interface Fields {
  readonly days: number;
  readonly clause?: string;
}

/** How many days before the session papers go out, and by which clause; the next session takes it over. */
export function PapersRuleForm({ view }: { readonly view: PapersView }) {
  const { t } = useTranslation('papers');
  const { required } = useRequiredRules();
  const atMost = useTextRules();
  const outdated = useOutdated(view, { changes: PAPER_CHANGES, isLive: true });
  const save = useVersionedAction<PapersView, Fields>(
    outdated,
    (version, { days, clause = '' }) => setPapersRule(view.sessionId, { days, clause }, version),
    { done: t('rule.done') },
  );
  return (
    <Form<Fields>
      name="papers-rule"
      layout="vertical"
      requiredMark={false}
      initialValues={{ days: view.days, clause: view.clause }}
      onFinish={(fields) => save.mutate(fields)}
    >
      <h3 className="text-head">{t('rule.title')}</h3>
      <div className="act-fields">
        <Form.Item name="days" label={t('rule.days')} extra={t('rule.daysHint')} rules={[required(t('rule.days'))]}>
          <InputNumber min={1} max={DAYS_MAX} precision={0} />
        </Form.Item>
        <Form.Item name="clause" label={t('rule.clause')} extra={t('rule.clauseHint')} rules={[atMost(CLAUSE_MAX)]}>
          <Input autoComplete="off" count={counted(CLAUSE_MAX)} />
        </Form.Item>
      </div>
      <ConflictNotice of={outdated} />
      <Button htmlType="submit" loading={save.isPending}>
        {t('rule.action')}
      </Button>
    </Form>
  );
}
