import { closingFigures, openingFigures } from './voting-figures.js';

const papers = (inAll: number | null, sealed: number | null = null, paper: number | null = null) => ({ inAll, sealed, paper });
const hall = (issued: ReturnType<typeof papers>, returned = papers(null)) => ({ present: 51, issued, returned });

describe('what an opening means for those who are there', () => {
  it('is told of sealed papers by who holds one', () => {
    expect(openingFigures({ channel: 'sealed' }, hall(papers(4)), null)).toEqual({ present: 51, issued: 4, without: 47 });
    expect(openingFigures({ channel: 'mixed' }, hall(papers(51)), null)).toMatchObject({ without: 0 });
  });

  it('is told of paper by the register, by what the organiser says, or else everybody has one', () => {
    expect(openingFigures({ channel: 'paper' }, hall(papers(40)), 50)).toMatchObject({ issued: 40, without: 11 });
    expect(openingFigures({ channel: 'paper' }, hall(papers(null)), 50)).toMatchObject({ issued: 50, without: 1 });
    expect(openingFigures({ channel: 'paper' }, hall(papers(null)), null)).toMatchObject({ issued: 51, without: 0 });
  });

  it('is nothing where hands are raised', () => {
    expect(openingFigures({ channel: 'hands' }, hall(papers(null)), null)).toEqual({ present: 51, issued: null, without: 0 });
  });
});

describe('what a closing means', () => {
  it('is that papers which are out come too late', () => {
    expect(closingFigures({ channel: 'sealed' }, hall(papers(51, 51), papers(48, 48)), null)).toEqual({
      issued: 51,
      returned: 48,
      out: 3,
      isAbove: false,
    });
    expect(closingFigures({ channel: 'mixed' }, hall(papers(51, 40, 11), papers(null, 38)), 11)).toEqual({
      issued: 51,
      returned: 49,
      out: 2,
      isAbove: false,
    });
  });

  it('is that more papers than went out void the vote, on either channel', () => {
    expect(closingFigures({ channel: 'paper' }, hall(papers(51)), 52)).toMatchObject({ isAbove: true, out: 0 });
    expect(closingFigures({ channel: 'mixed' }, hall(papers(51, 40, 11), papers(null, 30)), 12)).toMatchObject({ isAbove: true, out: 9 });
  });
});
