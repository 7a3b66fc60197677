# HAProxy before the instances and before the database.

start_proxy() {
  if running proxy; then return; fi
  local number
  (
    export HTTP_BIND=127.0.0.1:$http_port DATABASE_BIND=127.0.0.1:$database_port FIGURES_BIND=127.0.0.1:$figures_port
    for number in 1 2 3; do export "NODE_$number=$(node_address "$number"):$(node_port "$number")"; done
    for number in 1 2; do export "INSTANCE_$number=127.0.0.1:$(instance_port "$number")"; done
    cp "$here/haproxy.cfg" "$state/haproxy.cfg"
    haproxy -c -q -f "$state/haproxy.cfg" || fail "HAProxy refuses its configuration"
    launch proxy haproxy -db -f "$state/haproxy.cfg"
  )
  wait_ready proxy proxy_ready
  echo 'HAProxy is ready'
}
proxy_ready() { taken "$http_port" && taken "$database_port"; }
# Clients that listen to changes would keep it for as long as they like.
stop_proxy() { end TERM proxy; }
kill_proxy() { end KILL proxy; }

status_proxy() {
  if running proxy && proxy_ready; then
    echo "HAProxy: running, process $(pid_of proxy)"
  else
    echo 'HAProxy: not running'
    return 1
  fi
}
