# Servers of Debian's MariaDB for the checks, each on a data folder of its own. Source it after lib.sh.

if ! command -v mariadb-backup >/dev/null || ! command -v mariadbd >/dev/null; then
  echo '- installing mariadb-server and mariadb-backup'
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mariadb-server mariadb-backup; } \
    >"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log" >&2; fail 'mariadb-server and mariadb-backup cannot be installed'; }
fi

server_pid='' port='' socket=''

server_up() { mariadb --no-defaults --socket="$socket" -e 'select 1' >/dev/null 2>&1; }

# make_server FOLDER: a new one, below $data
make_server() {
  mkdir -p "$(dirname "$1")"
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$1" --auth-root-authentication-method=socket --skip-test-db >"$1.log" 2>&1 ||
    { tail -n 20 "$1.log" >&2; fail "no server can be made in $1"; }
  start_server "$1"
}

# start_server FOLDER: on what is there
start_server() {
  port=$(free_port) socket=$1.sock
  mariadbd --no-defaults --user="$(id -un)" --datadir="$1" --socket="$socket" --pid-file="$1.pid" --port="$port" \
    --bind-address=127.0.0.1 --skip-log-bin --innodb-buffer-pool-size=256M >"$1.log" 2>&1 </dev/null &
  server_pid=$!
  wait_until 60 server_up || { tail -n 20 "$1.log" >&2; fail "no server on $1"; }
}

stop_server() {
  kill -TERM "$server_pid"
  wait "$server_pid" || fail "the server ended with $?"
}

# make_database NAME: empty, with all rights on it for offshelf, whose password is pw
make_database() {
  mariadb --no-defaults --socket="$socket" -e "create database $1 character set utf8mb4 collate utf8mb4_nopad_bin;
    create user if not exists offshelf@'127.0.0.1' identified by 'pw'; grant all on $1.* to offshelf@'127.0.0.1'"
}

# options PORT PASSWORD: an option file for the client programs
options() { printf '[client]\nhost=127.0.0.1\nport=%s\nuser=offshelf\npassword=%s\n' "$1" "$2"; }

# start_on DATABASE SNAPSHOTS [ENVIRONMENT=VALUE...]: the service, on that server
start_on() {
  start_app QUARKUS_DATASOURCE_JDBC_URL="jdbc:mariadb://127.0.0.1:$port/$1" QUARKUS_DATASOURCE_USERNAME=offshelf \
    QUARKUS_DATASOURCE_PASSWORD=pw OFFSHELF_SNAPSHOTS_CRON=off OFFSHELF_SNAPSHOTS_FOLDER="$2" "${@:3}"
}
