# ./facet bench serving

serving_help() {
  cat <<'TEXT'
./facet bench serving [--model DIR] [--connections N] [--seconds N] [--rounds N] [--json FILE]

How many stones a second the service prices on this machine, and how long each waits: beside a bare route in the same
process, and beside `mlflow models serve` on the same model folder. The load generator runs on the same machine.
Without --model it first learns one, some minutes once. Takes four minutes, the first of which warms up.
TEXT
}

facet_bench_serving() { # argument...
  case " $* " in *" --help "* | *" -h "*) serving_help && return ;; esac
  require jdk mvn python node go
  build >&2
  install_python scoring >&2
  install_load >&2
  compile_bare_route >&2
  FACET_LOAD=$(load_folder)/bombardier FACET_SCORING=$(python_folder scoring)/bin/python \
    exec "$python" "$root/stack/serving.py" "$@"
}

# It lies among the tests, as nobody else needs it. A package that was built without tests lacks it.
compile_bare_route() {
  local source=$root/service/src/test/java/io/facet/service/BareRoute.java
  local class=$root/service/target/test-classes/io/facet/service/BareRoute.class
  [[ $class -nt $source && ! $service_jar -nt $class ]] && return
  mvn -f "$root/pom.xml" -q -B -Dspotless.check.skip -pl service -am test-compile </dev/null
}
