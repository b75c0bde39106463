#!/bin/sh
# Run once by the PostgreSQL image on an empty data volume.
set -eu
password() { cat "/run/secrets/$1-password"; }
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v congress_password="$(password congress)" -v congress_owner_password="$(password congress-owner)" \
  -v proposals_password="$(password proposals)" -v proposals_owner_password="$(password proposals-owner)" \
  -v ballot_password="$(password ballot)" -v ballot_owner_password="$(password ballot-owner)" \
  -v notifier_password="$(password notifier)" -v notifier_owner_password="$(password notifier-owner)" \
  -f /plenum/databases.sql
