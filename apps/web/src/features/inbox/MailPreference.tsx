import { useQuery } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, notifier } from '../../api/client.js';
import { chosenLocale } from '../../i18n/i18n.js';
import { useAction } from '../../shared/forms/use-action.js';

/** Whether one is also told by mail; the mail speaks the language chosen here. */
export function MailPreference() {
  const { t } = useTranslation('inbox');
  const preferences = useQuery({ queryKey: ['preferences'], queryFn: () => answer(notifier.GET('/api/notifier/preferences')) });
  const save = useAction((mail: boolean) => answer(notifier.PUT('/api/notifier/preferences', { body: { mail, locale: chosenLocale() } })), {
    done: t('mailSaved'),
    changes: [['preferences']],
  });
  if (!preferences.data) return null;
  return (
    <label className="mail-preference">
      <Switch checked={preferences.data.mail} loading={save.isPending} onChange={(mail) => save.mutate(mail)} aria-label={t('mail')} />
      <span>{t('mail')}</span>
    </label>
  );
}
