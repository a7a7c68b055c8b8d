"""Prints the kernel specification of a Java kernel that has Facet on its class path."""

import json
import os

env = os.environ
print(json.dumps({
    "display_name": "Facet (Java 25)",
    "language": "java",
    "interrupt_mode": "message",
    "argv": [
        f"{env['JAVA_HOME']}/bin/java", "-jar",
        f"{env['JJAVA']}/jjava-launcher.jar", f"{env['JJAVA']}/jjava.jar", "{connection_file}",
    ],
    "env": {
        # The launcher starts the kernel with the first java on the path.
        "PATH": f"{env['JAVA_HOME']}/bin:{env['PATH']}",
        "JJAVA_CLASSPATH": env["CLASSPATH"],
        "JJAVA_JVM_OPTS": env["OPTIONS"],
        "JJAVA_STARTUP_SCRIPTS_PATH": env["SCRIPT"],
        "FACET_NOTEBOOK_PYTHON": env["FACET_NOTEBOOK_PYTHON"],
        "FACET_MLFLOW_URI": env["FACET_MLFLOW_URI"],
    },
}, indent=2))
