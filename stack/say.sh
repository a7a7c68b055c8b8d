# What the script prints.

usage() {
  cat <<'TEXT'
Facet values diamonds and says why.

The stack
  up         install, build and start what is missing, train if there is no champion, value one stone
  down       stop what `up` started
  status     what runs, where, since when, and which model
  backup     copy the service's store: valuations, appraisals, keys, use
  restore    take such a copy back into an empty store, of H2 or PostgreSQL

Models
  pipeline   take new files of appraisals, learn from them, promote what is better
  train      fit a model to appraised stones, register it and let it challenge the champion
  check      what is wrong with a CSV file of appraised stones
  value      price every stone of a CSV file
  evaluate   how close a model comes to the appraised prices of a CSV file
  drift      whether stones and prices are still such as a model has learned from
  models     the registered versions
  promote    make a version the champion by hand
  rollback   make the former champion champion again
  quote      value one stone over HTTP and show its reasons
  keys       API keys of the running service: lists, issues, rotates, revokes them
  bench      how accurate the families are, what fresh stones are worth, how fast models and service are
  notebook   how the model came to be, in Jupyter with the Java kernel

Developing
  architecture  the cloud design: its drawings, its capacity and cost, its checks
  test       every test: Java, data, this script, the notebook, the cloud design
  screenshots   the pictures of the web app that the READMEs show
  mvn        run Maven on the JDK that Facet needs

./facet COMMAND --help says more. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 data refused, 4 gate refused.
TEXT
}

# One line of progress: who says it, and what.
say() {
  printf '  %-9s %s\n' "$1" "$2"
}

fail() { # line...
  printf 'facet: '
  printf '%s\n' "$@"
  exit 1
} >&2

misuse() { # line
  echo "facet: $1"
  exit 2
} >&2
