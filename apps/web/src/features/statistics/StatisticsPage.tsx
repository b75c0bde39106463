import { DatePicker, Form, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../api/shapes.js';
import { useDelegations, useSessions, useUnits } from '../../shared/congress/members.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useStatistics } from '../../shared/proposal/queries.js';
import { formatInstant } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { FigureTable } from './FigureTable.js';
import { GroupFigures } from './GroupFigures.js';
import { ReceivedFigures } from './ReceivedFigures.js';
import { ReportFiles } from './ReportFiles.js';
import { formFiles } from './report-requests.js';
import { Satisfaction } from './Satisfaction.js';
import { type StatisticsPlace, useStatisticsPlace } from './use-statistics-place.js';
import { useRateText } from './use-rate-text.js';
import './statistics.css';

const CUT_OFF = 'statistics-cut-off';
const RATES = ['answered', 'inTime', 'solvedOrPlanned', 'implemented'] as const;
const COUNTS = ['received', 'filed', 'suggestions', 'closed'] as const;

/** A session's proposals in figures, at a cut-off: for whoever sits in it, runs it or oversees it. */
export function StatisticsPage() {
  const { t } = useTranslation('report');
  const place = useStatisticsPlace();
  return (
    <Page title={t('title')} intro={t('intro')} wide>
      <Choice place={place} />
      {place.sessionId === undefined ? (
        <EmptyState text={t('noSession')} />
      ) : (
        <Figures key={place.sessionId} sessionId={place.sessionId} cutOff={place.cutOff} />
      )}
    </Page>
  );
}

function Choice({ place: { sessionId, cutOff, change } }: { readonly place: StatisticsPlace }) {
  const { t } = useTranslation('report');
  const sessions = useSessions();
  return (
    <Section title={t('choice')} isOnScreenOnly>
      <div className="toolbar statistics-choice">
        <Select
          aria-label={t('session')}
          value={sessionId ?? null}
          onChange={(session) => change({ session })}
          options={(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Form.Item label={t('cutOff')} htmlFor={CUT_OFF} extra={t('cutOffHint')}>
          <DatePicker
            id={CUT_OFF}
            showTime={{ format: 'HH:mm' }}
            value={cutOff === undefined ? null : dayjs(cutOff)}
            onChange={(chosen) => change({ cutOff: chosen === null ? '' : chosen.toISOString() })}
            disabledDate={(day) => day.isAfter(Date.now(), 'day')}
          />
        </Form.Item>
      </div>
    </Section>
  );
}

interface FiguresProps {
  readonly sessionId: string;
  readonly cutOff: string | undefined;
}

function Figures({ sessionId, cutOff }: FiguresProps) {
  const statistics = useStatistics(sessionId, cutOff);
  const [units, delegations] = [useUnits(), useDelegations(sessionId)];
  const nameOf = useNameOf();
  const named = (all: readonly { readonly id: string; readonly name: string }[] | undefined) => (id: string) =>
    nameOf(all?.find((one) => one.id === id) ?? { name: null });
  return (
    <QueryView query={statistics} lines={10}>
      {(figures) => (
        <>
          <Headline sessionId={sessionId} figures={figures} />
          <ReceivedFigures figures={figures} />
          <Satisfaction figures={figures} unitName={named(units.data)} />
          <GroupFigures figures={figures} unitName={named(units.data)} delegationName={named(delegations.data)} />
        </>
      )}
    </QueryView>
  );
}

/** What a chair reads out: the counts, and the rates with both their numbers. */
function Headline({ sessionId, figures }: { readonly sessionId: string; readonly figures: StatisticsView }) {
  const { t, i18n } = useTranslation('report');
  const rateText = useRateText();
  const me = useMe();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  return (
    <Section title={t('asOf', { time: formatInstant(figures.cutOff, i18n.language) })}>
      <dl className="figures statistics-figures">
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(`part.${name}`)}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <RateChart figures={figures} rateText={rateText} />
      {me.data && holds(me.data, 'PROPOSALS_COMMITTEE', 'PRESIDIUM', 'SECRETARIAT') && (
        <div className="not-printed">
          <ReportFiles query={{ sessionId, cutOff: figures.cutOff, language }} forms={formFiles(figures.filed + figures.suggestions)} />
        </div>
      )}
    </Section>
  );
}

interface RateChartProps {
  readonly figures: StatisticsView;
  readonly rateText: ReturnType<typeof useRateText>;
}

/** Each rate on a line of its own whole. */
function RateChart({ figures, rateText }: RateChartProps) {
  const { t } = useTranslation('report');
  return (
    <FigureTable
      caption={t('rates')}
      columns={[t('rateName'), t('rateTold')]}
      whole={100}
      rows={RATES.map((name) => {
        const { part, whole } = figures[name];
        return {
          key: name,
          name: t(`rate.${name}`),
          parts: [{ tone: 'good' as const, value: whole === 0 ? 0 : (100 * part) / whole }],
          cells: [rateText(figures[name])],
        };
      })}
    />
  );
}
