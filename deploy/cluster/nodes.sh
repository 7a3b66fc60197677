# The three nodes of the database.

galera_library=/usr/lib/galera/libgalera_smm.so
administrator=$(id -un)

client() {
  local number=$1
  shift
  mariadb --no-defaults --socket="$state/node$number/socket" --user="$administrator" "$@"
}

# status_of <node> <variable>: nothing, if it cannot be asked
status_of() { client "$1" --connect-timeout=3 -BN -e "SHOW STATUS LIKE '$2'" 2>/dev/null | cut -f 2; }
# It has what the others have and takes part.
synced() { [ "$(status_of "$1" wsrep_local_state)" = 4 ] && [ "$(status_of "$1" wsrep_ready)" = ON ]; }

# Its own part of the configuration
configure_node() {
  local number=$1 folder=$state/node$1 address members=() other
  address=$(node_address "$number")
  for other in 1 2 3; do members+=("$(node_address "$other"):$(group_port "$other")"); done
  mkdir -p "$folder/data"
  cat >"$folder/node.cnf" <<END
!include $here/galera.cnf

[mariadbd]
user = $administrator
datadir = $folder/data
socket = $folder/socket
pid_file = $folder/mariadbd.pid
tmpdir = $folder/data
bind_address = $address
port = $(node_port "$number")
innodb_buffer_pool_size = ${OFFSHELF_CLUSTER_BUFFER_POOL:-128M}
wsrep_node_name = node$number
wsrep_node_address = $address
wsrep_cluster_address = gcomm://$(IFS=,; echo "${members[*]}")
wsrep_sst_receive_address = $address:$(copy_port "$number")
wsrep_sst_auth = $administrator:
wsrep_provider_options = "gmcast.listen_addr=tcp://$address:$(group_port "$number");base_host=$address;base_port=$(group_port "$number");ist.recv_addr=$address:$(missed_port "$number");gcache.size=${OFFSHELF_CLUSTER_CACHE:-256M}"

[sst]
sockopt = bind=$address
END
}

# server <node> <option...>: as it is to be called, whatever for
server() {
  local number=$1
  shift
  # shellcheck disable=SC2046 # the prefix is words
  echo $(node_prefix "$number") mariadbd --defaults-file="$state/node$number/node.cnf" "$@"
}

# The position a node reached, which one that was killed has only in its tables: <cluster>:<number>
position_of() {
  local log=$state/logs/node$1-recovery.log
  mkdir -p "$state/logs"
  $(server "$1" --wsrep-recover) >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "node $1 cannot be recovered"; }
  sed -n 's/.*WSREP: Recovered position: *//p' "$log" | tail -n 1
}

# launch_node <node> <option...>: goes on where it was
launch_node() {
  local number=$1 position
  shift
  configure_node "$number"
  if [ ! -d "$state/node$number/data/mysql" ]; then
    mkdir -p "$state/logs"
    mariadb-install-db --no-defaults --user="$administrator" --datadir="$state/node$number/data" --skip-test-db \
      --auth-root-authentication-method=socket --auth-root-socket-user="$administrator" \
      >"$state/logs/node$number-install.log" 2>&1 || fail "see $state/logs/node$number-install.log"
  fi
  position=$(position_of "$number")
  launch "node$number" $(server "$number" "$@" "--wsrep-start-position=$position")
}

# Joins the others. When there are none, the first that is asked for waits: start_nodes begins anew.
start_node() {
  if running "node$1"; then return; fi
  launch_node "$1"
  wait_ready "node$1" synced "$1"
  echo "node $1 is synced"
}
stop_node() { end TERM "node$1"; }
kill_node() { end KILL "node$1"; }

any_node_serves() { synced 1 || synced 2 || synced 3; }

# The node that has the last that was written, when none is left: the one that says it went last, else the furthest.
latest_node() {
  local number best=1 furthest=-2 position
  for number in 1 2 3; do
    if grep -qs '^safe_to_bootstrap: 1' "$state/node$number/data/grastate.dat"; then echo "$number"; return; fi
  done
  for number in 1 2 3; do
    [ -d "$state/node$number/data/mysql" ] || continue
    configure_node "$number"
    position=$(position_of "$number")
    position=${position##*:}
    if [ "${position:--1}" -gt "$furthest" ]; then best=$number furthest=$position; fi
  done
  echo "$best"
}

# Begins a cluster at the node; the others come to it.
begin_at() {
  local data=$state/node$1/data
  # It is the one, though it did not go last in good order
  if [ -f "$data/grastate.dat" ]; then sed -i 's/^safe_to_bootstrap: 0/safe_to_bootstrap: 1/' "$data/grastate.dat"; fi
  rm -f "$data/gvwstate.dat"
  launch_node "$1" --wsrep-new-cluster
  wait_ready "node$1" synced "$1"
  echo "node $1 is synced, and began"
}

# Accounts are made at the first node, and replicate. `monitor` can do nothing but log in and ask whether the node is well.
create_accounts() {
  client "$1" <"$root/deploy/accounts.sql"
  client "$1" <<END
ALTER USER offshelf IDENTIFIED BY '$password', offshelf_migrate IDENTIFIED BY '$migrate_password' ACCOUNT UNLOCK;
CREATE USER IF NOT EXISTS monitor IDENTIFIED BY '' WITH MAX_USER_CONNECTIONS 20;
END
}

start_nodes() {
  local number first
  if ! any_node_serves; then
    # Those that are left cannot decide anything.
    for number in 1 2 3; do end TERM "node$number"; done
    first=$(latest_node)
    begin_at "$first"
    create_accounts "$first"
  fi
  for number in 1 2 3; do start_node "$number"; done
}

status_node() {
  printf 'node %s: ' "$1"
  if ! running "node$1"; then echo 'not running'; return 1; fi
  printf '%s, %s, %s nodes, process %s\n' "$(status_of "$1" wsrep_local_state_comment)" \
    "$(status_of "$1" wsrep_cluster_status)" "$(status_of "$1" wsrep_cluster_size)" "$(pid_of "node$1")"
  synced "$1" && [ "$(status_of "$1" wsrep_cluster_size)" = 3 ]
}
