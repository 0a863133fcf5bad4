# shellcheck shell=bash
# A PostgreSQL server for the time of one suite: its own cluster in a temporary folder, on a free
# port of 127.0.0.1. Sourced by script/test.

POSTGRES_FOLDER=

# initdb and postgres refuse to run as root; there they run as the packaged user postgres.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

newest_postgres_bin() { ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1; }

# A port of this machine that nobody listens on; the server fails at once if someone is quicker.
free_port() {
  local port
  for port in $(shuf -i 20000-32000 -n 50); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

# Exports STAGECOACH_TEST_POSTGRES, the URL of an empty database.
# Durability is off: these tests prove statements and order; the fault suites make their own server.
start_postgres() {
  local bin port
  bin=$(newest_postgres_bin)
  POSTGRES_FOLDER=$(mktemp -d /tmp/stagecoach-postgres.XXXXXX)
  if [ "$(id -u)" = 0 ]; then chown postgres "$POSTGRES_FOLDER"; fi
  as_postgres "$bin/initdb" -D "$POSTGRES_FOLDER/data" -U stagecoach --auth=trust -E UTF8 \
    --locale=C.UTF-8 >"$LOGS/postgres-initdb.log" 2>&1
  port=$(free_port)
  as_postgres "$bin/pg_ctl" -D "$POSTGRES_FOLDER/data" -l "$POSTGRES_FOLDER/server.log" -w -t 60 \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$POSTGRES_FOLDER \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" \
    start >/dev/null
  export STAGECOACH_TEST_POSTGRES="postgresql://stagecoach@127.0.0.1:$port/postgres"
}

stop_postgres() {
  [ -n "$POSTGRES_FOLDER" ] || return 0
  local pg_ctl
  pg_ctl=$(newest_postgres_bin)/pg_ctl
  as_postgres "$pg_ctl" -D "$POSTGRES_FOLDER/data" -m immediate stop >/dev/null || true
  rm -rf "$POSTGRES_FOLDER"
}
