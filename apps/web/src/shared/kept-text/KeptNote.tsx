import { Button, Form } from 'antd';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../text/formats.js';
import type { KeptText } from './kept-text.js';
import { unkept } from './unkept.js';

/** Inside a form: keeps its text, brings it back, and says so in one line. See `useKeptText`. */
export function KeptNote({ kept }: { readonly kept: KeptText }) {
  const { t, i18n } = useTranslation();
  const form = Form.useFormInstance();
  const values: unknown = Form.useWatch([], { form, preserve: true });
  const state = useSyncExternalStore(kept.subscribe, kept.state);
  useLayoutEffect(() => {
    kept.attach({ values: () => form.getFieldsValue(true) as Record<string, unknown>, fill: (given) => form.setFieldsValue(given) });
    const flush = () => kept.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      kept.detach();
    };
  }, [kept, form]);
  useEffect(() => kept.changed(), [kept, values]);
  useEffect(() => (state.status === 'unkept' ? unkept.add() : undefined), [state.status]);
  return (
    <p className="kept-note" aria-live="polite">
      {state.status === 'kept' && t('kept.saved', { time: formatTime(state.savedAt, i18n.language) })}
      {state.status === 'unkept' && <strong>{t('kept.unkept')}</strong>}
      {state.status === 'restored' && (
        <>
          {t('kept.restored', { time: formatTime(state.savedAt, i18n.language) })}{' '}
          <Button type="link" size="small" onClick={() => kept.discard()}>
            {t('kept.discard')}
          </Button>
        </>
      )}
    </p>
  );
}
