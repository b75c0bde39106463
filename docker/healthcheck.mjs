// Whether the service of this container is ready: `node docker/healthcheck.mjs <port>`.
const answer = await fetch(`http://127.0.0.1:${process.argv[2]}/health`, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
