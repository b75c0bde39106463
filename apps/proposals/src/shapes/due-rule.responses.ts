/** A due rule as it was stated. */
export class DueRuleAnswer {
  kind!: 'date' | 'days' | 'working-days' | 'months';
  date?: string;
  n?: number;
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
}
