# The two instances of the service.

instance_ready() { curl -fs -m 5 -o /dev/null "http://127.0.0.1:$(instance_port "$1")/q/health/ready"; }

# They find the database at HAProxy's port, and believe what HAProxy says of their clients. Temporary files stay here too,
# and are what tells the process from others.
start_instance() {
  if running "instance$1"; then return; fi
  local folder=$state/instance$1 prefix
  prefix=$(instance_prefix "$1")
  mkdir -p "$folder" "$state/snapshots"
  (
    cd "$folder"
    export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$(instance_port "$1")
    export QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true QUARKUS_HTTP_PROXY_TRUSTED_PROXIES=127.0.0.1
    # HAProxy has noticed by then.
    export QUARKUS_SHUTDOWN_DELAY=${QUARKUS_SHUTDOWN_DELAY:-3S}
    export QUARKUS_DATASOURCE_JDBC_URL=${OFFSHELF_CLUSTER_JDBC_URL:-jdbc:mariadb://127.0.0.1:$database_port/offshelf}
    export QUARKUS_DATASOURCE_USERNAME=offshelf QUARKUS_DATASOURCE_PASSWORD=$password
    export QUARKUS_FLYWAY_USERNAME=offshelf_migrate QUARKUS_FLYWAY_PASSWORD=$migrate_password
    export OFFSHELF_SNAPSHOTS_FOLDER=$state/snapshots
    # shellcheck disable=SC2086 # options and the prefix are words
    launch "instance$1" $prefix "${JAVA_HOME:+$JAVA_HOME/bin/}java" $java_options -Djava.io.tmpdir="$folder" -jar "$jar"
  )
  wait_ready "instance$1" instance_ready "$1"
  echo "instance $1 is ready"
}
stop_instance() { end TERM "instance$1"; }
kill_instance() { end KILL "instance$1"; }

status_instance() {
  printf 'instance %s: ' "$1"
  if ! running "instance$1"; then echo 'not running'; return 1; fi
  if instance_ready "$1"; then
    echo "ready, process $(pid_of "instance$1")"
  else
    echo "not ready, process $(pid_of "instance$1")"
    return 1
  fi
}
