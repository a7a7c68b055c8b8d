# The jars, built when a source is newer than the last build.

training_jar=$root/training/target/facet-training.jar
service_jar=$root/service/target/facet-service.jar
notebooks_jar=$root/notebooks/target/facet-notebooks.jar
built=$root/target/facet-built
modules=(valuation registry training service notebooks)

stale() {
  jars_are_there && [[ -f $built ]] || return 0
  local -a sources=("$root/pom.xml" "$root/service/openapi.yaml" "$root"/service/web/{src,public,page.html,package-lock.json,build.mjs})
  local module
  for module in "${modules[@]}"; do
    sources+=("$root/$module/pom.xml" "$root/$module/src/main")
  done
  [[ -n $(find "${sources[@]}" -newer "$built") ]]
}

jars_are_there() {
  [[ -f $training_jar && -f $service_jar && -f $notebooks_jar ]]
}

# What running the Java command line needs: a JDK, and Maven and Node only if there is something to build.
require_java() {
  if stale; then require jdk mvn node; else require jdk; fi
}

# The stamp bears the time at which the build began, so that an edit made while it ran counts as new.
build() {
  stale || return 0
  mkdir -p "$root/target"
  (
    lock 9
    stale || exit 0
    say build "building the jars"
    SECONDS=0
    output=$root/target/facet-build.log began=$root/target/facet-began
    touch "$began"
    if ! mvn -f "$root/pom.xml" -q -B -DskipTests -Dspotless.check.skip package </dev/null >"$output" 2>&1; then
      cat "$output" >&2
      fail "the build failed; Maven's output is above and in $output"
    fi
    jars_are_there || fail "Maven ended well, but one of these is not there:" "$training_jar" "$service_jar" "$notebooks_jar"
    mv "$began" "$built"
    say build "built in $SECONDS s"
  ) 9>"$root/target/facet.lock"
}
