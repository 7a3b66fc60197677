# Starts and stops the packaged application for the checks. Source it at the top of the repository.
# Linux only: reads /proc, so that no process tool needs to be installed.

for tool in curl node; do
  command -v "$tool" >/dev/null || { echo "FAILED: the checks need $tool" >&2; exit 1; }
done

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
app_pid='' app_url='' app_log=''
# Below target, because the embedded database throws away data folders that lie in the system's temporary folder
mkdir -p target
work=$(mktemp -d "$PWD/target/check.XXXXXX")
data=$work/data

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  if [ -s "$app_log" ]; then
    printf -- '--- end of %s\n' "$app_log" >&2
    tail -n 60 "$app_log" >&2
  fi
  exit 1
}

# The ids of the database servers that run on our data folder
database_pids() {
  local process
  for process in /proc/[0-9]*; do
    case "$(cat "$process/comm" 2>/dev/null)" in
    mariadbd | mysqld)
      if tr '\0' '\n' 2>/dev/null <"$process/cmdline" | grep -qF -- "$data"; then echo "${process#/proc/}"; fi
      ;;
    esac
  done
}

# wait_until <seconds> <command...>: as soon as the command succeeds, 0; when time is up, 1
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

app_gone() { ! kill -0 "$app_pid" 2>/dev/null; }
database_gone() { [ -z "$(database_pids)" ]; }
ready_or_gone() { app_gone || curl -fs -m 5 -o /dev/null "$app_url/q/health/ready"; }

free_port() {
  node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close() })'
}

# start_app [ENVIRONMENT=VALUE...]: on a free port and the data folder of this check, until it is ready
start_app() {
  local port started=$SECONDS
  port=$(free_port)
  app_url=http://127.0.0.1:$port
  app_log=$work/app-$port.log
  env -u QUARKUS_DATASOURCE_JDBC_URL OFFSHELF_DATABASE_FOLDER="$data" QUARKUS_HTTP_PORT="$port" "$@" \
    "$java" -jar target/quarkus-app/quarkus-run.jar >"$app_log" 2>&1 </dev/null &
  app_pid=$!
  wait_until 90 ready_or_gone || fail "not ready after 90 s"
  ! app_gone || fail "the application ended before it was ready"
  [ "$(database_pids | wc -l)" = 1 ] || fail "expected one database server on $data, found: $(database_pids | xargs)"
  printf 'ready after %d s, process %s, database %s\n' $((SECONDS - started)) "$app_pid" "$(database_pids)"
}

# stop_app: asks it to end; it must go within 30 s, with its database, and say so with 0 or 143
stop_app() {
  local status=0
  kill -TERM "$app_pid"
  wait_until 30 app_gone || fail "still running 30 s after SIGTERM"
  wait "$app_pid" || status=$?
  app_pid=''
  case $status in
  0 | 143) ;;
  *) fail "exit status $status after SIGTERM" ;;
  esac
  wait_until 5 database_gone || fail "the application is gone, its database still runs: $(database_pids | xargs)"
  echo "stopped with status $status, database gone"
}

# kill_app: no time to clean up, as when the machine runs out of memory
kill_app() {
  kill -KILL "$app_pid"
  wait "$app_pid" 2>/dev/null || true
  echo "killed process $app_pid"
  app_pid=''
}

# ask <path> <status> <pattern>: the answer has this status, and a line that matches the extended regular expression
ask() {
  local status body=$work/body
  status=$(curl -sS -m 30 -o "$body" -w '%{http_code}' "$app_url$1") || fail "no answer from $1"
  [ "$status" = "$2" ] || fail "$1 answered $status, expected $2: $(head -c 400 "$body")"
  grep -qE -- "$3" "$body" || fail "$1 answered $status, but nothing in it matches '$3': $(head -c 400 "$body")"
  echo "$status $1"
}

# Whatever happens, nothing that was started here outlives the check. The logs stay, until the next clean build.
clean_up() {
  local pid
  for pid in $app_pid $(database_pids); do kill -KILL "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  wait_until 5 database_gone || true
  rm -rf -- "$data"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM
