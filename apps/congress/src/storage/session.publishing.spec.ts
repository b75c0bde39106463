import type { Session } from '@plenum/congress-domain';
import { sittingPublished } from './session.publishing.js';

const at = (time: string): Date => new Date(`2026-03-20T${time}:00+08:00`);
const SESSION: Session = {
  id: 'session',
  organisationId: 'organisation',
  termId: 'term',
  termNo: 7,
  sessionNo: 1,
  title: 'Session',
  state: 'OPEN',
  opensAt: at('09:00'),
  closesAt: at('17:00'),
  quorum: { num: 2, den: 3, inclusive: true },
  openedAt: at('08:30'),
  closedAt: null,
};
const told = (time: string, { present = true, by = 'secretary' }: { present?: boolean; by?: string | null } = {}) => {
  const point = { at: at(time), move: 'ARRIVED', memberId: 'teacher', entitled: 57, present: 38 } as const;
  return sittingPublished({ type: 'AttendanceChanged', memberId: 'teacher', present, point }, SESSION, { version: 4, by }).data;
};

describe('what others hear of attendance', () => {
  it('says whose hand noted it, and whether that was after the beginning', () => {
    expect(told('08:45')).toMatchObject({ memberId: 'teacher', present: true, by: 'secretary', late: false });
    expect(told('09:01')).toMatchObject({ by: 'secretary', late: true });
    expect(told('09:01', { by: null })).toMatchObject({ by: null, late: true });
    expect(told('09:01', { present: false })).toMatchObject({ late: false });
  });
});
