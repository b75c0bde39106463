import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView, NominationView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { callPrimary } from './nomination-requests.js';

const TITLE_MAX = 200;

interface PrimaryActProps {
  readonly ballot: BallotView;
  readonly nomination: NominationView;
}

/** Calls the primary (预选) where more stand than the rules let onto the paper: a ballot of its own, led at its own desk. */
export function PrimaryAct({ ballot: { id, title }, nomination }: PrimaryActProps) {
  const { t } = useTranslation('nomination');
  const atMost = useTextRules();
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const outdated = useOutdated(nomination, { changes: BALLOT_CHANGES, isLive: true });
  const call = useAction(
    ({ title: named }: { title: string }) => callPrimary(id, { title: named, version: outdated.version }, keyOf(named)),
    {
      done: t('primary.done'),
      changes: BALLOT_CHANGES,
      onRefused: outdated.refused,
      onDone: (primary) => void navigate(`/ballots/${primary.id}/desk`),
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
      <Form.Item
        name="title"
        label={t('primary.name')}
        rules={[{ required: true, whitespace: true, message: common('fillIn', { field: t('primary.name') }) }, atMost(TITLE_MAX)]}
      >
        <Input count={counted(TITLE_MAX)} />
      </Form.Item>
      {outdated.rival && <ConflictNotice />}
      <Button htmlType="submit" loading={call.isPending}>
        {t('primary.action')}
      </Button>
    </Form>
  );
}
