import { civilDate, dayOf } from '@plenum/calendar';
import { DomainError } from '@plenum/kernel';

/**
 * Nobody signed before they were told, nor will have signed tomorrow; days are those of the zone. After what they were told is over they
 * may sign: it is shown as late, and stays true.
 * @throws `notifier.signed-on-another-day`
 */
export function assertSignatureDay(signedOn: string, toldAt: Date, now: Date, zone: string): void {
  const [from, to] = [dayOf(toldAt, zone), dayOf(now, zone)];
  const day = civilDate(signedOn);
  if (day < from || day > to) throw new DomainError('notifier.signed-on-another-day', 'unprocessable', { from, to });
}
