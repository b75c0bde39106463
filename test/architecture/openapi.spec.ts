import { operations, usedByWeb } from './openapi-use.js';

/** What is no page's business, each with its reason. Everything else that a service offers, a person reaches in the browser. */
const NOT_IN_THE_WEB: Readonly<Record<string, string>> = {
  'GET /api/congress/.well-known/jwks.json': 'Services check tokens with it.',
  'GET /api/notifier/unsubscriptions/{token}': 'A mail leads there, and it leads on to the page that asks.',
  'GET /api/proposals/calls/{id}': 'The list of the calls says the same.',
};

describe('what the services offer', () => {
  const offered = operations();
  const used = usedByWeb();

  it('is there to look at, and the web asks for nothing else', () => {
    expect(offered.length).toBeGreaterThan(100);
    expect([...used].filter((operation) => !offered.includes(operation))).toEqual([]);
  });

  it('is all used by the web, or stands on the list with its reason', () => {
    expect(offered.filter((operation) => !used.has(operation) && !(operation in NOT_IN_THE_WEB))).toEqual([]);
  });

  it('has nothing on the list that is used after all, or is not offered any more', () => {
    expect(Object.keys(NOT_IN_THE_WEB).filter((operation) => used.has(operation) || !offered.includes(operation))).toEqual([]);
  });
});
