import { DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../../api/shapes.js';
import { DownloadButton } from '../../../shared/forms/DownloadButton.js';
import { formatInstant } from '../../../shared/text/formats.js';
import { fetchReport, REPORT_FILES, type ReportFile } from './report-requests.js';

const RATES = ['answered', 'inTime', 'solvedOrPlanned', 'implemented'] as const;

interface ReportPanelProps {
  readonly sessionId: string;
  readonly figures: StatisticsView;
  /** Null for now. */
  readonly cutOff: Dayjs | null;
  readonly onCutOff: (cutOff: Dayjs | null) => void;
}

/** The rates at a cut-off, each with both its numbers, and the documents that are laid before the congress. */
export function ReportPanel({ sessionId, figures, cutOff, onCutOff }: ReportPanelProps) {
  const { t, i18n } = useTranslation('report');
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const { satisfaction } = figures;
  return (
    <section aria-label={t('title')}>
      <Form.Item label={t('cutOff')} extra={t('cutOffHint', { time: formatInstant(figures.cutOff, i18n.language) })}>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          value={cutOff}
          onChange={onCutOff}
          disabledDate={(day) => day.isAfter(Date.now(), 'day')}
        />
      </Form.Item>
      <table className="figures-table">
        <caption>{t('rates')}</caption>
        <tbody>
          {RATES.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`rate.${name}`)}</th>
              <td>{t('told', { part: figures[name].part, whole: figures[name].whole })}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('rated')}</th>
            <td>{t('ratedTold', { given: satisfaction.given, silent: satisfaction.silent })}</td>
          </tr>
        </tbody>
      </table>
      <div className="file-formats">
        {(Object.keys(REPORT_FILES) as ReportFile[]).map((file) => (
          <DownloadButton
            key={file}
            label={t(`file.${file}`)}
            title={t('fetch', { file: t(`file.${file}`) })}
            fileName={REPORT_FILES[file]}
            fetchFile={() => fetchReport(file, sessionId, figures.cutOff, language)}
          />
        ))}
      </div>
    </section>
  );
}
