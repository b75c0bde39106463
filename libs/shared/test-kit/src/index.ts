export { FakeClock } from './fake-clock.js';
export { integrationSuite, sharedInSuite, type SuitePart } from './integration-suite.js';
export { probe, type ProbeOptions } from './probe.js';
export { seededRandom, type SeededRandom } from './seeded-random.js';
export { SYNTHETIC_NAMES_MAX, syntheticPeople, type SyntheticPerson } from './synthetic-people.js';
export { testEventKeys, type TestEventKeys } from './test-event-keys.js';
export { startTestMailbox, type TestMailbox } from './test-mailbox.js';
export { flushRedis, startTestServers, testServers, type TestServers } from './test-servers.js';
export { startTestTokens, type TestTokens } from './test-tokens.js';
