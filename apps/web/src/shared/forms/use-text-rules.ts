import type { FormRule, InputProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { charactersOf } from '../text/characters.js';

/** Refuses a text that is too long, and says by how much. What is typed is never cut. */
export function useTextRules(): (max: number) => FormRule {
  const { t } = useTranslation();
  return (max) => ({
    validator: (_rule, text: string | undefined) => {
      const over = charactersOf(text ?? '') - max;
      return over > 0 ? Promise.reject(new Error(t('tooLong', { max, over }))) : Promise.resolve();
    },
  });
}

/** Shows how many characters there are of how many, without cutting any. */
export const counted = (max: number): NonNullable<InputProps['count']> => ({ max, show: true, strategy: charactersOf });
