#!/bin/sh
# Run once by the PostgreSQL image on an empty data volume.
set -eu
password() { cat "/run/secrets/$1-password"; }
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v congress_password="$(password congress)" -v proposals_password="$(password proposals)" \
  -v ballot_password="$(password ballot)" -v notifier_password="$(password notifier)" \
  -f /plenum/databases.sql
