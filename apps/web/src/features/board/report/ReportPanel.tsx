import { DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../../api/shapes.js';
import { DownloadButton } from '../../../shared/forms/DownloadButton.js';
import { formatInstant } from '../../../shared/text/formats.js';
import { fetchForms, fetchReport, formFiles, REPORT_FILES, type ReportQuery } from './report-requests.js';

const CUT_OFF = 'report-cut-off';
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
      <Form.Item label={t('cutOff')} htmlFor={CUT_OFF} extra={t('cutOffHint', { time: formatInstant(figures.cutOff, i18n.language) })}>
        <DatePicker
          id={CUT_OFF}
          showTime={{ format: 'HH:mm' }}
          value={cutOff}
          onChange={onCutOff}
          disabledDate={(day) => day.isAfter(Date.now(), 'day')}
        />
      </Form.Item>
      <table className="report-rates">
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
      <Files query={{ sessionId, cutOff: figures.cutOff, language }} forms={formFiles(figures.filed + figures.suggestions)} />
    </section>
  );
}

interface FilesProps {
  readonly query: ReportQuery;
  /** The files in which the forms come, from 1. */
  readonly forms: readonly number[];
}

function Files({ query, forms }: FilesProps) {
  const { t } = useTranslation('report');
  const formsLabel = (part: number) => (forms.length === 1 ? t('file.forms') : t('file.formsPart', { part, parts: forms.length }));
  return (
    <div className="file-formats">
      {(['report', 'tables'] as const).map((file) => (
        <DownloadButton
          key={file}
          label={t(`file.${file}`)}
          title={t('fetch', { file: t(`file.${file}`) })}
          fileName={REPORT_FILES[file]}
          fetchFile={() => fetchReport(file, query)}
        />
      ))}
      {forms.map((part) => (
        <DownloadButton
          key={part}
          label={formsLabel(part)}
          title={t('fetch', { file: formsLabel(part) })}
          fileName={forms.length === 1 ? 'forms.docx' : `forms-${part}.docx`}
          fetchFile={() => fetchForms(part, query)}
        />
      ))}
    </div>
  );
}
