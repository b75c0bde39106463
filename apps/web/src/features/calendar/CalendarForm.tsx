import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateOf } from '../../shared/text/formats.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { type CalendarView, setCalendar } from './calendar-requests.js';
import { type DaySpan, withSpan, without } from './day-spans.js';
import { DaysField } from './DaysField.js';

const KINDS = ['daysOff', 'workingDays'] as const;
type Kind = (typeof KINDS)[number];

const CHANGES = [['calendar']] as const;

/** What the form keeps: the calendar as it shall be; nothing until something is changed, so that it shows what others set meanwhile. */
interface Gathered {
  readonly changed?: CalendarView | null;
}

interface CalendarFormProps {
  readonly calendar: CalendarView;
  readonly mayChange: boolean;
}

/**
 * The calendar year by year; changes are gathered here and set together. A day is off or worked: adding it to one takes it from the other.
 */
export function CalendarForm({ calendar, mayChange }: CalendarFormProps) {
  const { t } = useTranslation('calendar');
  const { t: common } = useTranslation();
  const [year, setYear] = useState(() => Number(civilDateOf(new Date()).slice(0, 4)));
  const [form] = Form.useForm<Gathered>();
  const changed = Form.useWatch('changed', { form, preserve: true }) ?? null;
  const setChanged = (wanted: CalendarView | null) => form.setFieldValue('changed', wanted);
  const kept = useKeptText({ form: 'calendar', about: 'all', basis: calendar.version });
  const outdated = useOutdated(calendar, { changes: CHANGES, kept });
  const save = useVersionedAction(outdated, (version, wanted: CalendarView) => setCalendar({ ...wanted, version }), {
    done: t('saved'),
    onDone: () => (setChanged(null), kept.forget()),
  });
  const shown = changed ?? calendar;
  const changesOf = (kind: Kind) => {
    const other = kind === 'daysOff' ? 'workingDays' : 'daysOff';
    return {
      add: (span: DaySpan) => setChanged({ ...shown, [kind]: withSpan(shown[kind], span), [other]: without(shown[other], span) }),
      remove: (span: DaySpan) => setChanged({ ...shown, [kind]: without(shown[kind], span) }),
    };
  };
  return (
    <Form<Gathered> form={form} component={false}>
      <div className="toolbar calendar-year">
        <Button icon={<LeftOutlined />} aria-label={t('yearBefore')} onClick={() => setYear(year - 1)} />
        <strong aria-live="polite">{t('year', { year })}</strong>
        <Button icon={<RightOutlined />} aria-label={t('yearAfter')} onClick={() => setYear(year + 1)} />
      </div>
      {KINDS.map((kind) => (
        <Section key={kind} title={t(`${kind}.title`)}>
          <p className="quiet">{t(`${kind}.hint`)}</p>
          <DaysField key={year} label={t(`${kind}.add`)} year={year} days={shown[kind]} onChange={mayChange ? changesOf(kind) : null} />
        </Section>
      ))}
      {changed && (
        <ConflictNotice
          of={outdated}
          lines={(now) =>
            KINDS.map((kind) => [t(`${kind}.title`), now[kind].filter((day) => day.startsWith(String(year))).join(common('listSeparator'))])
          }
        />
      )}
      {mayChange && <KeptNote kept={kept} />}
      {changed && (
        <div className="toolbar">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(changed)}>
            {common('save')}
          </Button>
          <Button disabled={save.isPending} onClick={() => (kept.discard(), outdated.rebase())}>
            {t('discard')}
          </Button>
        </div>
      )}
    </Form>
  );
}
