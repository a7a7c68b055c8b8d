# ./facet up

up_help() {
  cat <<'TEXT'
./facet up [--detach] [--home DIR] [--port 8080] [--mlflow-port 5000] [--blob-port 10000] [--no-service]

Installs what is missing, builds what is stale, starts Azurite (Blob storage), MLflow and the service, trains on
datasets/diamonds/diamonds.csv and promotes if there is no champion, values one stone, prints where everything is,
and stays up until Ctrl-C. What runs already is left running.

  --detach         return once everything is ready; ./facet down stops it
  --home DIR       the folder of this stack (default: FACET_HOME, or .facet in the checkout)
  --port N         of the service; 0 takes any free port, as with the other two
  --mlflow-port N  of MLflow
  --blob-port N    of Azurite
  --no-service     only Azurite and MLflow: no build, no training, no service
TEXT
}

facet_up() {
  local detach=false
  wanted=(azurite mlflow service)
  while (($#)); do
    [[ $1 == --*=* ]] && set -- "${1%%=*}" "${1#*=}" "${@:2}"
    case $1 in
      --help) up_help && return ;;
      --detach) detach=true ;;
      --no-service) wanted=(azurite mlflow) ;;
      --home) set_home "${2-}" && shift ;;
      --port | --mlflow-port | --blob-port) wish_port "$1" "${2-}" && shift ;;
      *) misuse "up does not know \"$1\"; see ./facet up --help" ;;
    esac
    shift
  done

  if ! with_service; then
    require python node
  elif stale; then
    require jdk mvn python node
  else
    require jdk python node
  fi
  mkdir -p "$home/run"
  exec 7>"$home/run/lock"
  lock 7
  trap 'end_up' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP

  find_running
  choose_ports
  prepare
  start_stack
  exec 7>&-
  echo
  table
  if ((${#started[@]} == 0)); then
    echo "Everything runs already."
  elif $detach; then
    started=()
  else
    stay
  fi
}

with_service() {
  [[ ${wanted[*]} == *service* ]]
}

# What this home left running is kept if it answers; what hangs, or lost its parent, is stopped to be started anew.
find_running() {
  running=()
  local part
  for part in "${wanted[@]}"; do
    if part_runs "$part" && "${part}_answers" "$(known_port "$part")"; then
      running+=("$part")
    elif stop_part "$part"; then
      say "$part" "was left half running: stopped, to be started anew"
    fi
  done
}

is_running() { # part
  [[ " ${running[*]} " == *" $1 "* ]]
}

# Installing and building use different resources, and the first time takes minutes: they go side by side.
prepare() {
  in_background install_python mlflow
  in_background install_azurite
  with_service && in_background build
  local job failed=0
  for job in "${background[@]}"; do
    wait "$job" || failed=1
  done
  background=()
  ((failed == 0)) || exit 1
}

start_stack() {
  local part
  for part in azurite mlflow; do
    is_running "$part" || "start_$part"
  done
  for part in azurite mlflow; do
    if is_running "$part"; then say "$part" "runs already on port ${port[$part]}"; else "await_$part"; fi
  done
  write_stack_properties
  with_service || return 0
  if is_running service; then
    say service "runs already on port ${port[service]}"
  else
    facet_java_in_background train --data "$root/datasets/diamonds/diamonds.csv" --unless-champion
    start_service
    await_service
    write_stack_properties
  fi
  echo
  facet_java_in_background quote
}

# A group of its own, so that all of it can be stopped, and so that the shell hears a signal while it waits.
background=()

in_background() { # command...
  set -m
  "$@" &
  set +m
  background+=($!)
}

facet_java_in_background() { # argument...
  in_background run_java "$@"
  local code=0
  wait "${background[-1]}" || code=$?
  background=()
  ((code == 0)) || { echo "facet: $1 ended with $code" >&2; exit "$code"; }
}

table() {
  if with_service; then
    row "Service" "http://127.0.0.1:${port[service]}"
    row "Web app" "http://127.0.0.1:${port[service]}/app/"
    row "API page" "http://127.0.0.1:${port[service]}/docs"
  fi
  row "MLflow" "http://127.0.0.1:${port[mlflow]}"
  with_service && row "Keys" "$home/keys/"
  row "Logs" "$home/run/"
  row "Stop" "./facet down$([[ $home == "$root/.facet" ]] || printf ' --home %q' "$home")"
}

row() { # name value
  printf '  %-9s %s\n' "$1" "$2"
}

# Until a signal, or until what was started is gone: by ./facet down, which takes the pid file away, or by accident.
stay() {
  trap 'exit 0' INT TERM HUP
  echo "Ctrl-C stops it."
  local part
  while sleep 1 & wait $!; do
    for part in "${started[@]}"; do
      part_runs "$part" && continue
      sleep 1
      [[ -e $home/run/$part.pid ]] || { echo "Stopped by ./facet down." && exit 0; }
      log_and_fail "$part" "has ended"
    done
  done
}

# Stops what this `up` started and does not leave running: all of it, unless --detach came to its end.
end_up() {
  local part job
  for job in "${background[@]}"; do
    kill -TERM -- "-$job" 2>/dev/null && wait "$job" || true
  done
  ((${#started[@]})) || return 0
  for part in service mlflow azurite; do
    [[ " ${started[*]} " != *" $part "* ]] || stop_part "$part" || true
  done
  write_stack_properties
}
