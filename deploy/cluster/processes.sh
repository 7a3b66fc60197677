# Processes that outlive this script, known by a file with their id.

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# The id of what runs under a name; nothing, if none does. The number may have gone to another process since: ours name the folder.
pid_of() {
  local pid
  pid=$(cat "$state/$1.pid" 2>/dev/null) || return 1
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$state" && echo "$pid"
}
running() { pid_of "$1" >/dev/null; }
gone() { ! running "$1"; }

# launch <name> <command...>: on its own from then on, its output in a log
launch() {
  local name=$1
  shift
  mkdir -p "$state/logs"
  # Without the lock of the script that starts it
  setsid "$@" >>"$state/logs/$name.log" 2>&1 </dev/null 9>&- &
  echo $! >"$state/$name.pid"
  disown
}

# wait_until <seconds> <what> <command...>
wait_until() {
  local most=$1 what=$2 deadline=$((SECONDS + $1))
  shift 2
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || fail "$what: not after $most s"
    sleep 0.2
  done
}

# wait_ready <name> <command...>: until it succeeds; fails as soon as the process is gone
wait_ready() {
  local name=$1 deadline=$((SECONDS + patience))
  shift
  until "$@"; do
    running "$name" || { tail -n 30 "$state/logs/$name.log" >&2; fail "$name has ended"; }
    [ "$SECONDS" -lt "$deadline" ] || { tail -n 30 "$state/logs/$name.log" >&2; fail "$name is not ready after $patience s"; }
    sleep 0.2
  done
}

# end <signal> <name>: and wait until it is gone. Who is killed takes its helpers along, and what it was wrapped in.
end() {
  local pid
  if pid=$(pid_of "$2"); then
    case "$1" in
    KILL) kill -KILL -- "-$pid" 2>/dev/null || true ;;
    *) kill "-$1" "$pid" 2>/dev/null || true ;;
    esac
    wait_until "$patience" "the end of $2" gone "$2"
  fi
  rm -f "$state/$2.pid"
}

# One start or stop of everything at a time
locked() {
  mkdir -p "$state"
  exec 9>"$state/lock"
  flock 9
  "$@"
}
