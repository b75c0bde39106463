import { useTranslation } from 'react-i18next';
import { ratePercent, type Rate } from './rate.js';

/** A rate in words: both its numbers, and the percentage behind them; never a percentage alone. */
export function useRateText(): (rate: Rate) => string {
  const { t } = useTranslation('report');
  return (rate) => {
    const percent = ratePercent(rate);
    return percent === null ? t('toldPlain', { ...rate }) : t('told', { ...rate, percent });
  };
}
