import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDelegations, useSessions, useUnits } from '../../shared/congress/members.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { announce, ANNOUNCEMENT_CHANGES, type Audience, type AudienceKind, useReach } from './announcement-requests.js';

const TITLE_MAX = 60;
const TEXT_MAX = 2_000;
const KINDS: readonly AudienceKind[] = ['staff', 'delegates', 'absent', 'delegation', 'unit'];

interface Fields {
  readonly kind: AudienceKind;
  readonly sessionId?: string;
  readonly delegationId?: string;
  readonly unitId?: string;
  readonly title?: string;
  readonly text?: string;
}

/** Whom it is for; null until that is clear. */
function audienceOf({ kind, sessionId, delegationId, unitId }: Partial<Fields>): Audience | null {
  if (kind === undefined) return null;
  if (kind === 'staff') return { kind, id: null };
  const id = kind === 'unit' ? unitId : kind === 'delegation' ? delegationId : sessionId;
  return id === undefined ? null : { kind, id };
}

/** What is to be said, and to whom: the button tells how many it reaches, and that many it reaches or nobody. */
export function AnnouncementForm() {
  const { t } = useTranslation('announcements');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'announcement', about: 'new' });
  const wanted: Partial<Fields> = Form.useWatch([], form) ?? {};
  const audience = audienceOf(wanted);
  const reach = useReach(audience);
  const { reaches = 0, left = 0 } = audience === null ? {} : (reach.data ?? {});
  const send = useAction(
    ({ title = '', text = '' }: Fields) => {
      const body = { audience: audience ?? { kind: 'staff' as const, id: null }, title, text, reaches };
      return announce(body, keyOf(body));
    },
    {
      done: t('sent', { count: reaches }),
      changes: ANNOUNCEMENT_CHANGES,
      onDone: () => {
        form.resetFields(['title', 'text']);
        kept.forget();
      },
      onRefused: () => {
        void reach.refetch(); // Refused for another number, it is shown; the refusal itself is said as a message.
        return false;
      },
    },
  );
  return (
    <Form<Fields>
      form={form}
      name="announcement"
      layout="vertical"
      requiredMark={false}
      onValuesChange={(changed: Partial<Fields>) => {
        if ('sessionId' in changed) form.resetFields(['delegationId']); // A delegation of another session must not be told.
      }}
      onFinish={(fields) => send.mutate(fields)}
    >
      <Form.Item name="kind" label={t('audience')} rules={[required(t('audience'))]}>
        <Select options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} placeholder={t('choose')} />
      </Form.Item>
      {wanted.kind !== undefined && <Target kind={wanted.kind} sessionId={wanted.sessionId} />}
      <p className="quiet small">{t('notByVote')}</p>
      <Form.Item name="title" label={t('title')} rules={[written(t('title')), atMost(TITLE_MAX)]}>
        <Input count={counted(TITLE_MAX)} />
      </Form.Item>
      <Form.Item name="text" label={t('text')} extra={t('textHint')} rules={[written(t('text')), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} count={counted(TEXT_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={send.isPending || reach.isFetching} disabled={audience !== null && reaches === 0}>
        {audience === null ? t('send') : t('sendTo', { count: reaches })}
      </Button>
      <p className="quiet small" aria-live="polite">
        {audience !== null && reach.data && reaches === 0 ? t('nobody') : t('noWayBack')}
        {reach.data && audience !== null ? ` ${t('left', { count: left })}` : ''}
      </p>
    </Form>
  );
}

/** Which session, delegation or unit; nothing of the staff. */
function Target({ kind, sessionId }: { readonly kind: AudienceKind; readonly sessionId: string | undefined }) {
  const { t } = useTranslation('announcements');
  const { required } = useRequiredRules();
  const units = useUnits();
  const sessions = useSessions();
  if (kind === 'staff') return null;
  if (kind === 'unit') {
    return (
      <Form.Item name="unitId" label={t('unit')} rules={[required(t('unit'))]}>
        <Select
          loading={units.isPending}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('choose')}
        />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item name="sessionId" label={t('session')} rules={[required(t('session'))]}>
        <Select
          loading={sessions.isPending}
          options={(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          placeholder={t('choose')}
        />
      </Form.Item>
      {kind === 'delegation' && sessionId !== undefined && <DelegationField sessionId={sessionId} />}
    </>
  );
}

function DelegationField({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('announcements');
  const { required } = useRequiredRules();
  const delegations = useDelegations(sessionId);
  return (
    <Form.Item name="delegationId" label={t('delegation')} rules={[required(t('delegation'))]}>
      <Select
        loading={delegations.isPending}
        options={(delegations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t('choose')}
      />
    </Form.Item>
  );
}
