import { type DeadlineSubject, deadlineText } from '@plenum/contracts';
import { useTranslation } from 'react-i18next';
import type { RemindersView } from '../../api/shapes.js';
import { QueryView } from '../page/QueryView.js';
import { Section } from '../page/Section.js';
import { CONGRESS_TIME_ZONE, formatInstant } from '../text/formats.js';
import { useTextOr } from '../text/use-text-or.js';
import { useReminders } from './reminder-queries.js';
import { useLadderText } from './use-ladder-text.js';

/** For those who chase it: who was reminded of what is owed on it, when, and who will be next. */
export function RemindersTold({ kind, id }: { readonly kind: DeadlineSubject; readonly id: string }) {
  const { t } = useTranslation('reminders');
  const reminders = useReminders(kind, id);
  return (
    <Section title={t('told.title')}>
      <p className="quiet">{t('told.hint')}</p>
      <QueryView query={reminders} lines={2}>
        {(data) => <Rows reminders={data} />}
      </QueryView>
    </Section>
  );
}

function Rows({ reminders: { told, next } }: { readonly reminders: RemindersView }) {
  const { t, i18n } = useTranslation('reminders');
  const { t: common } = useTranslation();
  const { hearers, day } = useLadderText();
  const textOr = useTextOr();
  const matterOf = (matter: string): string => textOr(`reminders:told.matter.${matter}`, t('told.matter.other'));
  const at = (instant: string): string => formatInstant(instant, i18n.language);
  return (
    <>
      {told.length === 0 && <p className="quiet">{t('told.none')}</p>}
      <ul className="rows" aria-label={t('told.title')}>
        {told.map(({ matter, round, dueAt, workingDays, toldAt, people }) => (
          <li key={`${matter} ${round} ${dueAt} ${workingDays}`}>
            <div className="row-main">
              <div>
                {t('told.row', {
                  matter: matterOf(matter),
                  dueAt: deadlineText(dueAt, i18n.language, CONGRESS_TIME_ZONE),
                  step: day(workingDays),
                })}
              </div>
              <div className="quiet small">
                {at(toldAt)} ·{' '}
                {people.length === 0
                  ? t('told.nobody')
                  : t('told.people', { names: people.map(({ name }) => name).join(common('listSeparator')) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {next.map((step) => (
        <p key={`${step.matter} ${step.round} ${step.at}`} className="quiet small">
          {t('told.next', { at: at(step.at), matter: matterOf(step.matter), hears: hearers(step.hears) })}
        </p>
      ))}
    </>
  );
}
