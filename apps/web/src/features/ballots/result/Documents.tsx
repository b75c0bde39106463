import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { DOCUMENTS, type DocumentLanguage, fetchDocument, FORMATS, LANGUAGES } from '../../../shared/ballot/ballot-files.js';
import { DownloadButton } from '../../../shared/forms/DownloadButton.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { Section } from '../../../shared/page/Section.js';

/** What is printed, signed and posted, and the way to what proves it; nothing while the reader may fetch no file. */
export function Documents({ ballot: { id, title, files } }: { readonly ballot: BallotView }) {
  const { t, i18n } = useTranslation('evidence');
  const [language, setLanguage] = useState<DocumentLanguage>(i18n.language === 'en' ? 'en' : 'zh');
  if (files.length === 0) return null;
  return (
    <Section title={t('documents.title')} isOnScreenOnly>
      <Radio.Group
        className="section"
        aria-label={t('documents.language.label')}
        value={language}
        options={LANGUAGES.map((each) => ({ value: each, label: t(`documents.language.${each}`) }))}
        onChange={({ target }) => setLanguage(target.value as DocumentLanguage)}
      />
      <ul className="rows">
        {DOCUMENTS.filter((kind) => files.includes(kind)).map((kind) => (
          <li key={kind} className="file-row">
            <div className="row-main">
              <div className="row-title">{t(`documents.${kind}.name`)}</div>
              <div className="quiet small">{t(`documents.${kind}.what`)}</div>
            </div>
            <div className="file-formats">
              {FORMATS.map((format) => (
                <DownloadButton
                  key={format}
                  label={t(`documents.format.${format}`)}
                  title={t('documents.as', { document: t(`documents.${kind}.name`), format: t(`documents.format.${format}`) })}
                  fileName={`${t(`documents.${kind}.name`)}-${title}.${format}`}
                  fetchFile={() => fetchDocument(id, kind, format, language)}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className="toolbar toolbar-foot">
        <LinkButton to={`/ballots/${id}/evidence`}>{t('enter')}</LinkButton>
      </div>
    </Section>
  );
}
