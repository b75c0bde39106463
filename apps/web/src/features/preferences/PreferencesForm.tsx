import { LOCALES } from '@plenum/contracts';
import { Alert, Button, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { unkept } from '../../shared/kept-text/unkept.js';
import { Section } from '../../shared/page/Section.js';
import { KindRows } from './KindRows.js';
import { chosenOf, isSame, type Preferences, type WantedPreferences } from './chosen.js';
import { PREFERENCE_CHANGES, setPreferences } from './preference-requests.js';
import { DigestFields, QuietFields } from './TimeFields.js';

/** What one chooses: kept as it stands here until it is saved, also where another tab was faster. */
export function PreferencesForm({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation('preferences');
  const { t: common } = useTranslation();
  const [chosen, setChosen] = useState(chosenOf(preferences));
  const change = (part: Partial<WantedPreferences>) => setChosen((before) => ({ ...before, ...part }));
  const outdated = useOutdated(preferences, { changes: PREFERENCE_CHANGES });
  const save = useVersionedAction(outdated, (version, wanted: WantedPreferences) => setPreferences(wanted, version), { done: t('saved') });
  const isChanged = !isSame(chosen, chosenOf(preferences));
  const isLacking = chosen.quietFrom === '' || chosen.quietTo === '' || (!!chosen.quietFrom && chosen.quietFrom === chosen.quietTo);
  useEffect(() => (isChanged ? unkept.add() : undefined), [isChanged]);
  const summary = ({ digest, quietFrom, quietTo, locale, muted }: Preferences): readonly (readonly [string, string])[] => [
    [t('kindsTitle'), t('mutedCount', { count: muted.length })],
    [t('digest.title'), t(`digest.${digest}`)],
    [t('quiet.title'), quietFrom === null ? t('quiet.none') : `${quietFrom}–${quietTo}`],
    [t('language'), t(`languages.${locale}`)],
  ];
  return (
    <form
      className="preferences"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(chosen);
      }}
    >
      <ConflictNotice of={outdated} lines={summary} />
      {!preferences.hasAddress && <Alert className="section" type="warning" showIcon title={t('noAddress')} />}
      <Section title={t('kindsTitle')}>
        <KindRows ways={preferences.ways} muted={chosen.muted} onChange={(muted) => change({ muted })} />
      </Section>
      <Section title={t('digest.title')}>
        <DigestFields chosen={chosen} onChange={change} />
      </Section>
      <Section title={t('quiet.title')}>
        <QuietFields chosen={chosen} timeZone={preferences.timeZone} onChange={change} />
        {isLacking && (
          <p className="small" role="alert">
            {t('quiet.lacking')}
          </p>
        )}
      </Section>
      <Section title={t('language')}>
        <Radio.Group
          className="preference-choices"
          aria-label={t('language')}
          value={chosen.locale}
          options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={({ target }) => change({ locale: target.value })}
        />
        <p className="quiet small">{t('languageHint')}</p>
      </Section>
      <div className="toolbar">
        <Button type="primary" htmlType="submit" disabled={!isChanged || isLacking} loading={save.isPending}>
          {common('save')}
        </Button>
        {isChanged && <span className="quiet">{t('notSaved')}</span>}
      </div>
    </form>
  );
}
