# A part of the stack (azurite, mlflow, service) as a process that outlives this shell.
#
# HOME/run/PART.pid holds "pid start since": the start tells our process from a later one with the same number.
# Besides, every process of a part carries FACET_PART=HOME/PART in its environment, by which Linux finds even
# children that left the process group or lost their parent.

parts=(azurite mlflow service)
started=()

start_part() { # part command...
  local part=$1
  shift
  mkdir -p "$home/run"
  [[ ! -s $home/run/$part.log ]] || mv -f "$home/run/$part.log" "$home/run/$part.log.before"
  detached env FACET_PART="$home/$part" NO_PROXY="127.0.0.1,localhost${NO_PROXY:+,$NO_PROXY}" "$@" \
    </dev/null >"$home/run/$part.log" 2>&1 7>&- &
  echo "$! $(process_start $!) $(date -u +%FT%TZ)" >"$home/run/$part.pid"
  started+=("$part")
}

# Runs a command in a session of its own, in place of the calling (sub)shell. macOS has no setsid, but Python has.
detached() {
  if command -v setsid >/dev/null; then
    exec setsid "$@"
  else
    exec "$python" -c 'import os, sys; os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])' "$@"
  fi
}

part_runs() { # part
  local pid start
  [[ -r $home/run/$1.pid ]] || return 1
  read -r pid start _ <"$home/run/$1.pid"
  [[ -n $start && $(process_start "$pid") == "$start" ]]
}

# When a process started, in whatever unit the system has; nothing when it has ended.
process_start() { # pid
  if [[ -r /proc/self/stat ]]; then
    local stat
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    read -ra stat <<<"${stat##*) }" # what comes before is the command, which may hold spaces
    [[ ${stat[0]} == Z ]] || echo "${stat[19]}"
  else
    ps -o lstart= -p "$1" | tr ' ' _
  fi
}

part_pids() { # part
  if [[ -r /proc/self/environ ]]; then
    grep -lszFx "FACET_PART=$home/$1" /proc/[0-9]*/environ | cut -d/ -f3 || true
  elif part_runs "$1"; then
    pgrep -g "$(cut -d' ' -f1 "$home/run/$1.pid")"
  fi
}

stop_part() { # part
  local part=$1 pids
  pids=$(part_pids "$part")
  rm -f "$home/run/$part.pid"
  [[ -n $pids ]] || return 1
  # shellcheck disable=SC2086 # a list of numbers
  kill -TERM $pids 2>/dev/null || true
  if ! part_ended "$part" 15; then
    # shellcheck disable=SC2046
    kill -KILL $(part_pids "$part") 2>/dev/null || true
    part_ended "$part" 5 || fail "$part does not end, even killed: $(part_pids "$part" | tr '\n' ' ')"
  fi
}

part_ended() { # part seconds
  local deadline=$((SECONDS + $2))
  while [[ -n $(part_pids "$1") ]]; do
    ((SECONDS < deadline)) || return 1
    sleep 0.2
  done
}

# Waits until a part answers; when it dies or takes too long, shows the end of its log.
await_part() { # part seconds
  local part=$1 limit=$2 began=$SECONDS
  until "${part}_answers" "${port[$part]}"; do
    part_runs "$part" || log_and_fail "$part" "ended while starting"
    ((SECONDS - began < limit)) || log_and_fail "$part" "did not answer within $limit s"
    sleep 0.3
  done
  say "$part" "answers on port ${port[$part]} after $((SECONDS - began)) s"
}

log_and_fail() { # part what
  tail -n 30 "$home/run/$1.log" >&2
  fail "$1 $2; the end of its log is above, all of it in $home/run/$1.log"
}

# The status of GET http://127.0.0.1:PORT/PATH; nothing if there is no answer within five seconds.
http_status() { # port path
  (
    exec 8<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&8
    read -r -t 5 _ status _ <&8
    echo "$status"
  ) 2>/dev/null || true
}

# Holds a lock on an open file until this shell closes it. macOS has no flock, but Python has.
lock() { # file descriptor
  if command -v flock >/dev/null; then
    flock --nonblock "$1" && return
    say lock "waits for another ./facet at the same work" >&2
    flock "$1"
  else
    "$python" -c 'import fcntl, sys; fcntl.flock(int(sys.argv[1]), fcntl.LOCK_EX)' "$1"
  fi
}
