import { useTranslation } from 'react-i18next';
import type { Readiness } from '../../shared/set-up/readiness.js';
import { missingOffices, type StepName } from '../../shared/set-up/set-up-steps.js';

/** What is there and what is missing of a step, in numbers. */
export function useSetUpStepText(): (name: StepName, readiness: Readiness) => string {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  return (name, readiness) => {
    const { session } = readiness;
    const missing = missingOffices(readiness);
    switch (name) {
      case 'units':
      case 'people':
      case 'signIns':
        return t(`steps.${name}.now`, { ...readiness });
      case 'session':
        return session
          ? t('steps.session.now', { title: session.title })
          : t(readiness.terms === 0 ? 'steps.session.noTerm' : 'steps.session.none');
      case 'delegations':
      case 'delegates':
        return session ? t(`steps.${name}.now`, { ...session }) : t('sessionFirst');
      case 'offices':
        return missing.length === 0
          ? t('steps.offices.now')
          : t('steps.offices.missing', { offices: missing.map((office) => common(`roles.${office}`)).join(common('listSeparator')) });
      case 'call':
        return t(session ? 'steps.call.now' : 'sessionFirst');
    }
  };
}
