import { hideMarks, showMarks } from './hidden-marks.js';

describe('marks that are not sealed yet', () => {
  it('are read again with the secret of the paper', () => {
    const { hidden } = hideMarks({ secret: '12345', marks: '01001' });
    expect(showMarks({ secret: '12345', hidden })).toEqual({ marks: '01001' });
  });

  it('are read by nobody else, and not once they were tampered with', () => {
    const { hidden } = hideMarks({ secret: '12345', marks: '01001' });
    expect(showMarks({ secret: '54321', hidden })).toEqual({ marks: null });
    expect(showMarks({ secret: '12345', hidden: `${hidden.slice(0, -4)}AAAA` })).toEqual({ marks: null });
    expect(showMarks({ secret: '12345', hidden: 'not even base64' })).toEqual({ marks: null });
  });

  it('never look the same, and do not tell by their length what was marked', () => {
    const [one, other, none] = ['01001', '01001', '00000'].map((marks) => hideMarks({ secret: '12345', marks }).hidden);
    expect(one).not.toBe(other);
    expect(one).toHaveLength(none?.length ?? 0);
  });
});
