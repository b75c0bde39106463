import { Alert, Button, Form } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatTime } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import type { ReplyDeskView, Work } from '../../shared/reply-desk/reply-desk-queries.js';
import { DraftText } from '../../shared/reply-desk/DraftText.js';
import { fieldsOf, NOTHING, type ReplyFields, writtenIn, writtenOf } from './reply-fields.js';
import type { ReplySaving } from './reply-saving.js';

interface SavedReplyNoteProps {
  readonly saving: ReplySaving;
  readonly work: Work;
}

/** Inside the form of a reply: saves what is written as a draft, and says in one line where it is. */
export function SavedReplyNote({ saving, work }: SavedReplyNoteProps) {
  const { t, i18n } = useTranslation('replying');
  const problemText = useProblemText();
  const form = Form.useFormInstance<ReplyFields>();
  const values: unknown = Form.useWatch([], { form, preserve: true });
  const state = useSyncExternalStore(saving.subscribe, saving.state);
  useEffect(() => saving.changed(writtenIn(form.getFieldsValue(true) as Partial<ReplyFields>)), [saving, form, values]);
  return (
    <div className="kept-note" role="status">
      {state.status === 'saving' && t('autosave.saving')}
      {state.status === 'saved' && t('autosave.saved', { time: formatTime(state.at.toISOString(), i18n.language) })}
      {state.status === 'waiting' && <strong>{t('autosave.waiting')}</strong>}
      {state.status === 'refused' && <strong>{problemText(state.error)}</strong>}
      {state.status === 'rival' && <Rival saving={saving} desk={state.desk} work={work} />}
    </div>
  );
}

/** Both texts stand beside each other until whoever writes here has chosen; the other one stays among the versions. */
function Rival({ saving, desk, work }: SavedReplyNoteProps & { readonly desk: ReplyDeskView }) {
  const { t, i18n } = useTranslation('replying');
  const nameOf = useNameOf();
  const form = Form.useFormInstance<ReplyFields>();
  const { draft } = desk;
  const theirs = draft ? writtenOf(draft) : NOTHING;
  const take = () => {
    form.setFieldsValue(fieldsOf(theirs) as Parameters<typeof form.setFieldsValue>[0]);
    saving.takeOther(desk, theirs);
  };
  return (
    <Alert
      type="warning"
      showIcon
      title={draft ? t('rival.title', { name: nameOf(draft.by), instant: formatInstant(draft.at, i18n.language) }) : t('rival.gone')}
      description={
        <>
          {draft && <DraftText draft={draft} work={work} />}
          <div className="toolbar toolbar-foot">
            <Button type="primary" onClick={() => void saving.keepOwn(desk)}>
              {t('rival.keepOwn')}
            </Button>
            <Button onClick={take}>{t('rival.take')}</Button>
          </div>
        </>
      }
    />
  );
}
