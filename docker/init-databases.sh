#!/bin/sh
# Runs once, on the empty PostgreSQL volume: one cluster, so that one physical backup holds both to the same instant.
# - san_sang_owner owns the tables and runs migrations; san_sang (login of api and worker) only takes on san_sang_app.
# - temporal owns its two databases.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$SAN_SANG_OWNER_PASSWORD" -v app_password="$SAN_SANG_APP_PASSWORD" -v temporal_password="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE san_sang_app NOLOGIN;
CREATE ROLE san_sang_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE san_sang LOGIN PASSWORD :'app_password';
GRANT san_sang_app TO san_sang;
GRANT san_sang_app TO san_sang_owner;
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE san_sang OWNER san_sang_owner ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
CREATE DATABASE temporal OWNER temporal ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
CREATE DATABASE temporal_visibility OWNER temporal ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
SQL
