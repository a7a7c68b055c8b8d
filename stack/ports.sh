# Which port each part gets.

declare -A port=()
declare -A default_port=([azurite]=10000 [mlflow]=5000 [service]=8080)
declare -A port_option=([azurite]=--blob-port [mlflow]=--mlflow-port [service]=--port)
declare -A port_wish=()

wish_port() { # option number
  [[ $2 =~ ^[0-9]{1,5}$ ]] && ((10#$2 <= 65535)) || misuse "$1 needs a port number from 0 to 65535, not \"$2\""
  local part
  for part in "${parts[@]}"; do
    [[ ${port_option[$part]} == "$1" ]] && port_wish[$part]=$((10#$2))
  done
  return 0
}

# A part that runs keeps its port; one that joins others gets the port they know it by; else the wish, or the default.
choose_ports() {
  local part
  for part in "${wanted[@]}"; do
    local known wish=${port_wish[$part]-}
    known=$(known_port "$part")
    if is_running "$part"; then
      port[$part]=$known
      [[ -z $wish || $wish == 0 || $wish == "$known" ]] ||
        say "$part" "runs on port $known and stays there; ./facet down first to have it on $wish"
    else
      port[$part]=${wish:-${known:-${default_port[$part]}}}
    fi
  done
  fill_free_ports
  refuse_shared_ports
  refuse_held_ports
  restart_those_cut_off
}

fill_free_ports() {
  local part free
  mapfile -t free < <("$python" "$root/stack/ports.py" free "${#wanted[@]}")
  for part in "${wanted[@]}"; do
    if [[ ${port[$part]} == 0 ]]; then
      port[$part]=${free[0]}
      free=("${free[@]:1}")
    fi
  done
}

refuse_shared_ports() {
  local part other
  for part in "${wanted[@]}"; do
    for other in "${wanted[@]}"; do
      [[ $part == "$other" || ${port[$part]} != "${port[$other]}" ]] ||
        misuse "$part and $other can't both have port ${port[$part]} (${port_option[$part]}, ${port_option[$other]})"
    done
  done
}

refuse_held_ports() {
  local part holder
  local -a held=()
  for part in "${wanted[@]}"; do
    is_running "$part" && continue
    holder=$("$python" "$root/stack/ports.py" holder "${port[$part]}")
    [[ -z $holder ]] || held+=("port ${port[$part]}, wanted for $part, is held by $holder" \
      "  choose another with ${port_option[$part]} N (0: any free one)")
  done
  ((${#held[@]} == 0)) || fail "${held[@]}"
}

# MLflow was told where Azurite is, and the service where MLflow is: who would look in the old place starts anew.
restart_those_cut_off() {
  is_running mlflow && moves azurite && restart mlflow
  is_running service && moves mlflow && restart service
  return 0
}

moves() { # part
  [[ ${port[$1]} != "$(known_port "$1")" ]]
}

restart() { # part
  local part
  local -a others=()
  say "$1" "starts anew, as what it relies on moves to another port"
  stop_part "$1" || true
  for part in "${running[@]}"; do
    [[ $part == "$1" ]] || others+=("$part")
  done
  running=("${others[@]}")
}
