import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { BallotFrame } from '../../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { Section } from '../../../shared/page/Section.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import type { RefusalFields } from '../../../shared/forms/refusal-fields.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { setSchedule } from '../acts/organising-requests.js';
import { daysTo, instantOf, typedOf } from './congress-time.js';
import { ScheduledActs } from './ScheduledActs.js';
import '../organising.css';

const REFUSAL_FIELDS: RefusalFields = {
  'ballot.time-past:open': 'opensAt',
  'ballot.time-past:close': 'closesAt',
  'ballot.closes-before-opening': 'closesAt',
  'ballot.closing-needs-figures': 'closesAt',
};

/** When the voting opens and closes by itself, where its rules have it so. */
export function SchedulePage() {
  const { t } = useTranslation('organising');
  return (
    <BallotFrame title={t('acts.schedule.title')} lines={4}>
      {(ballot) =>
        ballot.allowedActions.includes('schedule') ? (
          <Schedule ballot={ballot} />
        ) : (
          <EmptyState text={t('schedule.notNow')} hint={t('schedule.notNowHint')} />
        )
      }
    </BallotFrame>
  );
}

interface Times {
  readonly opensAt?: string;
  readonly closesAt?: string;
}

function Schedule({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const navigate = useNavigate();
  const [form] = Form.useForm<Times>();
  const { id, state, channel, appointments = [] } = ballot;
  const awaited = (act: 'open' | 'close') => appointments.find((each) => each.act === act && each.end === null)?.at;
  const [opens, closes] = [awaited('open'), awaited('close')];
  // Votes on paper and by hands are closed with figures that people find.
  const fields = [...(state === 'OPEN' ? [] : (['opensAt'] as const)), ...(channel === 'sealed' ? (['closesAt'] as const) : [])];
  const kept = useKeptText({ form: 'schedule', about: id, basis: ballot.version });
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES, kept });
  const atField = useRefusedFields(form, REFUSAL_FIELDS);
  const save = useVersionedAction(
    outdated,
    (version, times: Times) => setSchedule(id, { ...Object.fromEntries(fields.map((field) => [field, instantOf(times[field])])), version }),
    {
      done: t('schedule.done'),
      onDone: () => (kept.forget(), void navigate(`/ballots/${id}/desk`)),
      onRefused: atField,
    },
  );
  return (
    <>
      <Section title={t('acts.schedule.title')}>
        <p>{t('schedule.intro')}</p>
        <Form<Times>
          form={form}
          layout="vertical"
          initialValues={{ opensAt: opens ? typedOf(opens) : '', closesAt: closes ? typedOf(closes) : '' }}
          onFinish={(times) => save.mutate(times)}
        >
          <ConflictNotice
            of={outdated}
            lines={() => [
              [t('schedule.opensAt'), opens ? typedOf(opens) : ''],
              [t('schedule.closesAt'), closes ? typedOf(closes) : ''],
            ]}
          />
          {fields.map((field) => (
            <Form.Item key={field} name={field} label={t(`schedule.${field}`)} extra={<InWords form={form} field={field} />}>
              <Input type="datetime-local" className="schedule-field" />
            </Form.Item>
          ))}
          {channel !== 'sealed' && <p className="quiet">{t('schedule.closedByHand')}</p>}
          <KeptNote kept={kept} />
          <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
            {t('schedule.action')}
          </Button>
        </Form>
      </Section>
      <ScheduledActs appointments={appointments} />
    </>
  );
}

/** The time that is typed in words, with the days until then counted. */
function InWords({ form, field }: { readonly form: ReturnType<typeof Form.useForm<Times>>[0]; readonly field: keyof Times }) {
  const { t, i18n } = useTranslation('organising');
  const instant = instantOf(Form.useWatch(field, form));
  if (instant === null) return <>{t('schedule.byHand')}</>;
  const days = daysTo(instant, new Date());
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  );
  return (
    <>{days < 0 ? t('schedule.past', { at }) : days === 0 ? t('schedule.today', { at }) : t('schedule.inDays', { at, count: days })}</>
  );
}
