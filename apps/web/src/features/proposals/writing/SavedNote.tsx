import { Button, Form } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../api/problem.js';
import { formatTime } from '../../../shared/text/formats.js';
import { useProblemText } from '../../../shared/text/use-problem-text.js';
import { type DraftSaving, fits, writtenIn } from './draft-saving.js';
import type { ProposalContent } from './proposal-content.js';

const NO_DRAFT_ANY_MORE: ReadonlySet<string> = new Set(['proposals.not-found', 'proposals.wrong-state']);

/** Inside the form of a draft: saves what is written, and says in one line where it is. */
export function SavedNote({ saving }: { readonly saving: DraftSaving }) {
  const { t, i18n } = useTranslation('proposals');
  const problemText = useProblemText();
  const form = Form.useFormInstance<ProposalContent>();
  const values: unknown = Form.useWatch([], { form, preserve: true });
  const state = useSyncExternalStore(saving.subscribe, saving.state);
  useEffect(() => {
    const content = writtenIn(form.getFieldsValue(true) as Partial<ProposalContent>);
    if (fits(content)) saving.changed(content);
  }, [saving, form, values]);
  return (
    <p className="kept-note" role="status">
      {state.status === 'saving' && t('autosave.saving')}
      {state.status === 'saved' && t('autosave.saved', { time: formatTime(state.at.toISOString(), i18n.language) })}
      {state.status === 'waiting' && <strong>{t('autosave.waiting')}</strong>}
      {state.status === 'stopped' && (
        <>
          <strong>{problemText(state.error)}</strong>{' '}
          {NO_DRAFT_ANY_MORE.has(codeOf(state.error)) && (
            <Button size="small" onClick={() => void saving.goOn(null)}>
              {t('autosave.another')}
            </Button>
          )}
        </>
      )}
    </p>
  );
}
