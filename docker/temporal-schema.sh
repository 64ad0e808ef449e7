#!/bin/sh
# Creates or updates the tables of Temporal; safe to repeat. Needs SQL_HOST, SQL_USER, SQL_PASSWORD in the environment.
set -eu
for name in temporal visibility; do
  database=temporal
  if [ "$name" = visibility ]; then database=temporal_visibility; fi
  run() { temporal-sql-tool --plugin postgres12 --ep "$SQL_HOST" --port 5432 --user "$SQL_USER" --password "$SQL_PASSWORD" --db "$database" "$@"; }
  run setup-schema --version 0.0 || echo "$database: tables are there already"
  run update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$name/versioned"
done
