# What can be set, each by the variable OFFSHELF_CLUSTER_… of the environment, and what follows from it. What the instances get
# beside that (OFFSHELF_ADMIN_NAME, QUARKUS_…) is whatever stands in the environment when they are started.

# Everything that is written: data, logs, process ids, snapshots
state=${OFFSHELF_CLUSTER_FOLDER:-$root/target/cluster}
case $state in /*) ;; *) state=$PWD/$state ;; esac
jar=${OFFSHELF_CLUSTER_JAR:-$root/target/quarkus-app/quarkus-run.jar}
# Options of the instances' Java
java_options=${OFFSHELF_CLUSTER_JAVA_OPTIONS:--Xmx512m -XX:+UseSerialGC}
# Seconds that anything may take to be ready
patience=${OFFSHELF_CLUSTER_PATIENCE:-180}
# Where a node listens and is reached by the others, 1 to 3; another network namespace may have one of its own
node_address() { local name=OFFSHELF_CLUSTER_NODE_$1_ADDRESS; echo "${!name:-127.0.0.1}"; }
# What comes before the command of a node or an instance: ip netns exec …, faketime …
node_prefix() { local name=OFFSHELF_CLUSTER_NODE_$1_PREFIX; echo "${!name-}"; }
instance_prefix() { local name=OFFSHELF_CLUSTER_INSTANCE_$1_PREFIX; echo "${!name-}"; }

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
# The first of forty ports, by default the first forty from 18080 that nothing listens on; kept with the data
choose_ports() {
  local first offset
  for ((first = 18080; first < 32000; first += 40)); do
    for ((offset = 0; offset < 40; offset++)); do
      if taken $((first + offset)); then continue 2; fi
    done
    echo "$first"
    return
  done
}
case ${1-} in
url | status) [ -s "$state/ports" ] || { echo "nothing was started in $state" >&2; exit 1; } ;;
esac
mkdir -p "$state"
if [ -n "${OFFSHELF_CLUSTER_PORTS-}" ]; then
  echo "$OFFSHELF_CLUSTER_PORTS" >"$state/ports"
elif [ ! -s "$state/ports" ]; then
  choose_ports >"$state/ports"
fi
ports=$(cat "$state/ports")

http_port=$ports
database_port=$((ports + 1))
figures_port=$((ports + 2))
instance_port() { echo $((ports + 3 + $1)); }
# Of a node: for clients, for the other nodes, for what a node that was away missed, for a whole copy
node_port() { echo $((ports + 10 * $1)); }
group_port() { echo $((ports + 10 * $1 + 1)); }
missed_port() { echo $((ports + 10 * $1 + 2)); }
copy_port() { echo $((ports + 10 * $1 + 3)); }

url=http://127.0.0.1:$http_port

# Passwords are made once, and kept where only their owner reads them.
secret() {
  if [ ! -s "$state/$1" ]; then (umask 077 && head -c 18 /dev/urandom | base64 | tr '+/' '-_' >"$state/$1"); fi
  cat "$state/$1"
}
password=$(secret password)
migrate_password=$(secret migrate-password)

print_settings() {
  local number
  printf 'url=%s\nhttp_port=%s\ndatabase_port=%s\nfigures_port=%s\n' "$url" "$http_port" "$database_port" "$figures_port"
  for number in 1 2 3; do
    printf 'node_%s_address=%s\nnode_%s_port=%s\n' "$number" "$(node_address "$number")" "$number" "$(node_port "$number")"
  done
  for number in 1 2; do printf 'instance_%s_url=http://127.0.0.1:%s\n' "$number" "$(instance_port "$number")"; done
  printf 'folder=%q\ndatabase_user=offshelf\ndatabase_password=%q\n' "$state" "$password"
  printf 'migrate_user=offshelf_migrate\nmigrate_password=%q\n' "$migrate_password"
}
