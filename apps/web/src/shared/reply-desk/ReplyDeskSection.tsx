import { useTranslation } from 'react-i18next';
import { Section } from '../page/Section.js';
import { ClearingSteps } from './ClearingSteps.js';
import { DraftText } from './DraftText.js';
import { DraftVersions } from './DraftVersions.js';
import { useReplyDesk, type Work } from './reply-desk-queries.js';

interface ReplyDeskSectionProps {
  readonly work: Work;
  /** The draft stands in a form beside it. */
  readonly isWritten?: boolean;
}

/** The desk of a unit: the draft, its versions, and what must be done before the reply goes out. */
export function ReplyDeskSection({ work, isWritten = false }: ReplyDeskSectionProps) {
  const { t } = useTranslation('replying');
  const { data } = useReplyDesk(work);
  if (!data) return null;
  const shown = isWritten ? null : data.draft;
  if (!shown && data.steps.length === 0 && data.versions.length === 0) return null;
  return (
    <Section title={t('desk.title')}>
      {data.steps.length > 0 && <ClearingSteps work={work} desk={data} />}
      {shown && <DraftText draft={shown} />}
      <DraftVersions work={work} versions={data.versions} />
    </Section>
  );
}
