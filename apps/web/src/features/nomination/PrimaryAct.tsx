import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView, NominationView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { callPrimary } from './nomination-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const TITLE_MAX = 200;

interface PrimaryActProps {
  readonly ballot: BallotView;
  readonly nomination: NominationView;
}

/** Calls the primary (预选) where more stand than the rules let onto the paper: a ballot of its own, led at its own desk. */
export function PrimaryAct({ ballot: { id, title }, nomination }: PrimaryActProps) {
  const { t } = useTranslation('nomination');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const outdated = useOutdated(nomination, { changes: BALLOT_CHANGES, isLive: true });
  const call = useVersionedAction(
    outdated,
    (version, { title: named }: { title: string }) => callPrimary(id, { title: named, version }, keyOf(named)).then((made) => made.id),
    {
      done: t('primary.done'),
      onDone: (primaryId) => void navigate(`/ballots/${primaryId}/desk`),
    },
  );
  return (
    <Form<{ title: string }>
      className="act"
      layout="vertical"
      requiredMark={false}
      initialValues={{ title: t('primary.titled', { title }) }}
      onFinish={(fields) => call.mutate(fields)}
    >
      <p>{t('primary.intro')}</p>
      <Form.Item name="title" label={t('primary.name')} rules={[written(t('primary.name')), atMost(TITLE_MAX)]}>
        <Input count={counted(TITLE_MAX)} />
      </Form.Item>
      <ConflictNotice of={outdated} />
      <Button htmlType="submit" loading={call.isPending}>
        {t('primary.action')}
      </Button>
    </Form>
  );
}
