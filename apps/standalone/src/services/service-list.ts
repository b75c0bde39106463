/** The services of the house; each is a process of its own with a database, a role and a port of its own. */
export const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'] as const;

export type ServiceName = (typeof SERVICES)[number];

/** The program of a service, from the folder of the repository. */
export const programOf = (service: ServiceName): string => `dist/services/${service}.js`;
