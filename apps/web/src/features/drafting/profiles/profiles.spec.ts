import { changedTexts, profilesOf } from './profiles.js';

const handedIn = { id: 'c2', label: 'Two', text: 'A teacher.', picture: 'ab' };

describe('profiles in the form', () => {
  it('are of everybody on the list, in its order', () => {
    expect(
      profilesOf(
        [
          { id: 'c2', label: 'Two' },
          { id: 'c1', label: 'One' },
        ],
        [handedIn],
      ),
    ).toEqual([handedIn, { id: 'c1', label: 'One', text: null, picture: null }]);
  });

  it('are sent where they were changed', () => {
    const profiles = [
      { id: 'c1', label: 'One', text: null, picture: null },
      handedIn,
      { id: 'c3', label: 'Three', text: 'Gone', picture: null },
    ];
    expect(changedTexts(profiles, { c1: '  ', c2: ' A teacher.\n', c3: '' })).toEqual([{ id: 'c3', text: '' }]);
    expect(changedTexts(profiles, { c1: 'New', c2: 'A teacher.', c3: 'Gone' })).toEqual([{ id: 'c1', text: 'New' }]);
    expect(changedTexts(profiles, { c3: 'Gone' })).toEqual([]);
  });
});
