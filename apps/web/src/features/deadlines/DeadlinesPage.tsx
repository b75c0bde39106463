import { Button, Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import { useMe } from '../../shared/congress/use-me.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { formatDate } from '../../shared/text/formats.js';
import { type DeadlinesPlace, type DeadlinesView, type Scope, scopesOf, useDeadlines, useDeadlinesPlace } from './deadlines.js';
import { monthOf, monthShown, monthsAfter } from './month.js';
import { MonthTable } from './MonthTable.js';
import { OwedRows } from './OwedRows.js';
import './deadlines.css';

/** The calendar of deadlines: what is owed on which day, what is late, and on which days nobody works. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadlines');
  const me = useMe();
  return (
    <Page title={t('title')} intro={t('intro')} wide>
      <QueryView query={me}>
        {(known) => {
          const scopes = scopesOf(known);
          return scopes.length === 0 ? <EmptyState text={t('notYours')} hint={t('notYoursHint')} /> : <Calendar scopes={scopes} />;
        }}
      </QueryView>
    </Page>
  );
}

function Calendar({ scopes }: { readonly scopes: readonly Scope[] }) {
  const place = useDeadlinesPlace(scopes);
  const deadlines = useDeadlines(place);
  return (
    <>
      <Card className="section">
        <Choice scopes={scopes} place={place} />
        <QueryView query={deadlines} lines={10}>
          {(view) => <MonthTable place={place} view={view} />}
        </QueryView>
      </Card>
      {deadlines.data && <Lists place={place} view={deadlines.data} />}
    </>
  );
}

function Choice({
  scopes,
  place: { scope, month, unitId, change },
}: {
  readonly scopes: readonly Scope[];
  readonly place: DeadlinesPlace;
}) {
  const { t } = useTranslation('deadlines');
  const units = useUnits();
  return (
    <div className="toolbar deadlines-choice">
      <Button onClick={() => change({ month: monthsAfter(month, -1) })}>{t('before')}</Button>
      <Button onClick={() => change({ month: '' })}>{t('now')}</Button>
      <Button onClick={() => change({ month: monthsAfter(month, 1) })}>{t('after')}</Button>
      {scopes.length > 1 && (
        <Select
          aria-label={t('scope.label')}
          value={scope}
          onChange={(chosen: string) => change({ scope: chosen, unit: '' })}
          options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
      )}
      {scope === 'board' && (
        <Select
          aria-label={t('unit')}
          value={unitId}
          onChange={(unit: string) => change({ unit })}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: t('allUnits') }, ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </div>
  );
}

/** What is late first; then the day that is open, or all of the month. */
function Lists({ place, view }: { readonly place: DeadlinesPlace; readonly view: DeadlinesView }) {
  const { t, i18n } = useTranslation('deadlines');
  const { day, scope, change } = place;
  const month = monthShown(view.days);
  const listed = view.items.filter(({ dueOn }) => (day === null ? monthOf(dueOn) === month : dueOn === day));
  const title =
    day === null ? t('ofMonth', { count: listed.length }) : t('ofDay', { day: formatDate(day, i18n.language), count: listed.length });
  const late = t('overdue', { count: view.overdue.length, ...(view.isMoreOverdue ? { context: 'more' } : {}) });
  return (
    <>
      {view.overdue.length > 0 && (
        <Section title={late}>
          <OwedRows items={view.overdue} label={late} scope={scope} />
        </Section>
      )}
      <Section title={title} extra={day !== null && <Button onClick={() => change({ day: '' })}>{t('wholeMonth')}</Button>}>
        {view.isMore && <p className="quiet small">{t('more')}</p>}
        {listed.length === 0 ? <EmptyState text={t('none')} /> : <OwedRows items={listed} label={title} scope={scope} />}
      </Section>
    </>
  );
}
