import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SessionView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { useSessions } from '../../shared/congress/members.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { DraftForm } from './DraftForm.js';
import { type Draft, draftBallot, type Preset, usePresets } from './draft/drafting-requests.js';
import { draftOf } from './draft/drafting.js';
import { type Fields, ballotInputOf } from './draft/fields.js';
import { REFUSAL_FIELDS } from './draft/refused-fields.js';

/** A new ballot from a preset: what the rules of this meeting (选举办法) have otherwise is changed here, and the plenary adopts it. */
export function NewBallotPage() {
  const { t } = useTranslation('organising');
  const sessions = useSessions();
  const presets = usePresets();
  return (
    <Page title={t('new.title')} intro={t('new.intro')} back="/ballots">
      <QueryView query={sessions} lines={8}>
        {(all) => (
          <QueryView query={presets}>
            {(items) => <Drafting sessions={all.filter(({ state }) => state !== 'CLOSED')} presets={items} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

interface DraftingProps {
  readonly sessions: readonly SessionView[];
  readonly presets: readonly Preset[];
}

function Drafting({ sessions, presets }: DraftingProps) {
  const { t } = useTranslation('organising');
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'ballot', about: 'new' });
  const draft = useAction((asked: Draft) => draftBallot(asked, keyOf(asked)), {
    done: t('new.done'),
    changes: BALLOT_CHANGES,
    onDone: ({ id }) => {
      kept.forget();
      void navigate(`/ballots/${id}/desk`, { replace: true });
    },
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  const session = sessions.find(({ state }) => state === 'OPEN') ?? sessions[0];
  const initial: Partial<Fields> = {
    ...(session ? { sessionId: session.id } : {}),
    kind: 'resolution',
    channel: 'sealed',
    foundBy: 'listed',
    noticeKind: 'working-days',
    noticeN: 5,
    order: 'strokes',
    grades: t('new.gradesUsual'),
  };
  return (
    <>
      {!session && <Alert className="section" type="warning" showIcon title={t('new.noSession')} />}
      <DraftForm
        form={form}
        initial={initial}
        presets={presets}
        sessions={sessions}
        action={t('new.action')}
        isBusy={draft.isPending}
        kept={kept}
        onFinish={(fields, preset) => draft.mutate(draftOf(ballotInputOf(fields, preset?.id ?? null), preset))}
      />
    </>
  );
}
