import { useTranslation } from 'react-i18next';
import { DownloadButton } from '../../shared/forms/DownloadButton.js';
import { fetchForms, fetchReport, REPORT_FILES, type ReportQuery } from './report-requests.js';

interface ReportFilesProps {
  readonly query: ReportQuery;
  /** The files in which the forms come, from 1. */
  readonly forms: readonly number[];
}

/** The documents that are laid before the congress, of the very cut-off that the page shows. */
export function ReportFiles({ query, forms }: ReportFilesProps) {
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
