import { EVENT_ROUTES, SUBSCRIBERS } from '@plenum/contracts';
import { DIRECTORY_REACTIONS } from './directory.reactions.js';

describe('the reactions of the directory', () => {
  it('hear every fact that congress tells everybody else, once', () => {
    const toEverybody = Object.entries(EVENT_ROUTES)
      .filter(([name, heardBy]) => name.startsWith('congress.') && heardBy.length === SUBSCRIBERS.length - 1)
      .map(([name]) => name);
    expect(DIRECTORY_REACTIONS.map((reaction) => new reaction().hears).sort()).toEqual(toEverybody.sort());
  });
});
