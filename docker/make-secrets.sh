#!/bin/sh
# Makes what must be secret, once: docker/secrets/. Only its owner enters the folder; the files are readable inside the containers,
# whose users have other numbers.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
keep() { if [ -s "secrets/$1" ]; then cat > /dev/null; else cat > "secrets/$1"; chmod 444 "secrets/$1"; fi; }
random() { openssl rand -hex 24; }

random | keep postgres-password
random | keep redis-password
random | keep operator-token
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | keep signing-key
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | keep push-key
printf 'redis://:%s@redis:6379' "$(cat secrets/redis-password)" | keep redis-url
for service in congress proposals ballot notifier; do
  random | keep "$service-password"
  openssl genpkey -algorithm ed25519 | keep "$service-event-key"
  printf 'postgres://plenum_%s:%s@postgres:5432/plenum_%s' "$service" "$(cat "secrets/$service-password")" "$service" | keep "$service-database-url"
  random | keep "$service-owner-password"
  printf 'postgres://plenum_%s_owner:%s@postgres:5432/plenum_%s' "$service" "$(cat "secrets/$service-owner-password")" "$service" | keep "$service-migration-database-url"
done
# The public halves of the keys that sign events, made again each time from whatever keys are there.
for service in congress proposals ballot notifier; do
  printf '%s:%s\n' "$service" "$(openssl pkey -in "secrets/$service-event-key" -pubout -outform DER | base64 | tr -d '\n')"
done > secrets/event-public-keys.new
chmod 444 secrets/event-public-keys.new
mv -f secrets/event-public-keys.new secrets/event-public-keys
