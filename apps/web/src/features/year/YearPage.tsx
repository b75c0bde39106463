import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { DutyRow } from './DutyRow.js';
import { Rules } from './Rules.js';
import { type DutiesView, type DutyView, useDuties } from './year-requests.js';
import './year.css';

/** What the organisation owes all year: what is missed and due, by month; how each was settled; the rules that make it. */
export function YearPage() {
  const { t } = useTranslation('year');
  const [schoolYear, setSchoolYear] = useState<number | null>(null);
  const duties = useDuties(schoolYear);
  const shown = duties.data?.schoolYear ?? null;
  const goTo = (by: number) => shown !== null && setSchoolYear(shown + by);
  return (
    <Page title={t('title')} intro={t('intro')}>
      <div className="toolbar">
        <Button onClick={() => goTo(-1)}>{t('before')}</Button>
        <strong>{shown === null ? '' : t('schoolYear', { from: shown, to: shown + 1 })}</strong>
        <Button onClick={() => goTo(1)}>{t('after')}</Button>
      </div>
      <QueryView query={duties} lines={6}>
        {(data) => <Year data={data} />}
      </QueryView>
      <Rules />
    </Page>
  );
}

function Year({ data }: { readonly data: DutiesView }) {
  const { t, i18n } = useTranslation('year');
  const [params] = useSearchParams();
  const asked = params.get('duty');
  const { duties, resolutions, today } = data;
  if (duties.length === 0)
    return (
      <Section title={t('duties')}>
        <EmptyState text={t('none')} hint={t('noneHint')} />
      </Section>
    );
  const count = (...standings: readonly DutyView['standing'][]) => duties.filter(({ standing }) => standings.includes(standing)).length;
  const figures = {
    due: count('DUE'),
    missed: count('MISSED'),
    settled: count('SETTLED'),
    late: count('LATE'),
    waived: count('WAIVED'),
  };
  const row = (duty: DutyView) => <DutyRow key={duty.id} duty={duty} today={today} resolutions={resolutions} isAsked={duty.id === asked} />;
  const missed = duties.filter(({ standing }) => standing === 'MISSED');
  return (
    <>
      <p>{t('figures', figures)}</p>
      {missed.length > 0 && (
        <Section title={t('missed', { count: missed.length })}>
          <ul className="rows">{missed.map(row)}</ul>
        </Section>
      )}
      {[...byMonth(duties.filter(({ standing }) => standing !== 'MISSED'))].map(([month, ofMonth]) => (
        <Section key={month} title={monthText(month, i18n.language)}>
          <ul className="rows">{ofMonth.map(row)}</ul>
        </Section>
      ))}
    </>
  );
}

function byMonth(duties: readonly DutyView[]): ReadonlyMap<string, DutyView[]> {
  const months = new Map<string, DutyView[]>();
  for (const duty of duties) {
    const month = duty.dueOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), duty]);
  }
  return months;
}

/** A month by its name; it is a civil month, of no zone. */
const monthText = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
