import { type AttendanceMoment, stepPath, tableRowsOf, scaleTopOf } from './quorum-steps.js';

const moment = (time: string, present: number, needed = 38): AttendanceMoment => ({
  at: `2026-03-01T${time}Z`,
  present,
  needed,
  quorate: present >= needed,
});
const MORNING = [moment('08:00:00', 0), moment('08:15:00', 38), moment('08:30:00', 57)];
const NINE = Date.parse('2026-03-01T09:00:00Z');

describe('the line of a quorum', () => {
  it('holds each figure until the next moment, and the last one to the end', () => {
    expect(stepPath(MORNING, ({ present }) => present, 57, NINE)).toBe('M0 200H250V67H500V0H1000');
  });

  it('is nothing before anybody came', () => {
    expect(stepPath([], ({ present }) => present, 57, NINE)).toBe('');
  });

  it('stays in the drawing where all happened in one instant', () => {
    expect(stepPath([moment('08:00:00', 19)], ({ present }) => present, 38, Date.parse('2026-03-01T08:00:00Z'))).toBe('M0 100H1000');
  });

  it('has room for whoever should be there', () => {
    expect(scaleTopOf(MORNING, 60)).toBe(60);
    expect(scaleTopOf([], 0)).toBe(1);
  });
});

describe('the table of a quorum', () => {
  it('has one line a minute', () => {
    expect(tableRowsOf([moment('08:00:05', 1), moment('08:00:40', 2), moment('08:01:00', 3)]).map(({ present }) => present)).toEqual([
      2, 3,
    ]);
  });

  it('keeps every moment at which the quorum was reached or lost, however short it was', () => {
    expect(
      tableRowsOf([moment('08:00:05', 37), moment('08:00:10', 38), moment('08:00:20', 37), moment('08:00:30', 36)]).map(
        ({ present }) => present,
      ),
    ).toEqual([38, 37, 36]);
  });
});
