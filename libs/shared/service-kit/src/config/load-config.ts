import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

/** The environment does not fit the service: names and constraints, never values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The typed config of a service, read once at boot. A field `databaseUrl` of service `ballot` is read from
 * `BALLOT_DATABASE_URL`, or from the file that `BALLOT_DATABASE_URL_FILE` names (for secrets).
 * @throws ConfigError that names each variable that is missing or does not fit.
 */
export function loadConfig<C extends object>(Config: new () => C, service: string, env: NodeJS.ProcessEnv): C {
  const given: Record<string, string> = {};
  for (const field of fieldsOf(Config)) {
    const value = readVariable(variableName(service, field), env);
    if (value !== undefined) given[field] = value;
  }
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const faults = validateSync(config, { forbidUnknownValues: false });
  if (faults.length > 0) {
    const lines = faults.map(
      ({ property, constraints }) => `${variableName(service, property)} (${Object.keys(constraints ?? {}).join(', ')})`,
    );
    throw new ConfigError(`The environment of ${service} does not fit: ${lines.join('; ')}`);
  }
  return config;
}

/** The environment variable of a field: `ballot` + `databaseUrl` -> `BALLOT_DATABASE_URL`. */
export function variableName(service: string, field: string): string {
  return `${service}_${field.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();
}

/** The fields that a config class declares, its parents' included. */
export function fieldsOf(Config: new () => object): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Config, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

function readVariable(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return env[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name}_FILE names a file that cannot be read`);
  }
}
